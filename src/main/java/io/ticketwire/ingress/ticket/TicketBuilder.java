package io.ticketwire.ingress.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Completeness;
import io.ticketwire.text.RichText;

/** Puts a ticket together out of the values of a platform's payload: cleaned, bounded, null where there is nothing. */
public final class TicketBuilder {

    private static final int MAX_SUBJECT = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_TAGS = 100;
    private static final int MAX_TAG = 100;
    private static final double MAIN_FIELDS = 8;

    private final Values values = new Values();
    private final Instant now;
    private String externalId;
    private String subject;
    private String description;
    private State status = State.NOT_GIVEN;
    private State priority = State.NOT_GIVEN;
    private String customerName;
    private String customerEmail;
    private String assignee;
    private String category;
    private String channel;
    private List<String> tags;
    private String url;
    private Instant createdAt;
    private Instant updatedAt;
    private boolean deleted;
    private Completeness completeness = Completeness.COMPLETE;

    /** @param now no time may lie more than a day after it */
    public TicketBuilder(Instant now) {
        this.now = now;
    }

    public TicketBuilder id(JsonNode value) {
        externalId = values.id(value);
        return this;
    }

    /** The id so far; null if the payload gives none that can be used. */
    public String id() {
        return externalId;
    }

    public TicketBuilder subject(JsonNode value) {
        String text = values.text(value, "subject");
        subject = text == null ? null : values.line(RichText.of(text), "subject", MAX_SUBJECT);
        return this;
    }

    public TicketBuilder description(JsonNode value) {
        description = RichText.of(value);
        return this;
    }

    public TicketBuilder status(State state) {
        status = state;
        return this;
    }

    public TicketBuilder priority(State state) {
        priority = state;
        return this;
    }

    /** The name may be an address, or an address with a name before it: some templates have but one field for both. */
    public TicketBuilder customer(JsonNode name, JsonNode email) {
        EmailAddresses.Mailbox asName = EmailAddresses.parse(values.text(name, "customer_name"));
        EmailAddresses.Mailbox mailbox = EmailAddresses.parse(values.text(email, "customer_email"));
        customerName = asName == null
                ? values.line(name, "customer_name", Values.MAX_NAME)
                : asName.name() == null ? null : values.line(asName.name(), "customer_name", Values.MAX_NAME);
        customerEmail = mailbox != null ? mailbox.address() : asName == null ? null : asName.address();
        return this;
    }

    public TicketBuilder assignee(JsonNode value) {
        assignee = values.line(value, "assignee", Values.MAX_NAME);
        return this;
    }

    public TicketBuilder category(JsonNode value) {
        category = values.line(value, "category", Values.MAX_NAME);
        return this;
    }

    public TicketBuilder channel(JsonNode value) {
        channel = values.line(value, "channel", Values.MAX_NAME);
        return this;
    }

    /** A list of texts or of objects with a name, each once; anything else says nothing of tags. */
    public TicketBuilder tags(JsonNode list) {
        if (list != null && list.isArray()) {
            List<String> given = new ArrayList<>();
            list.forEach(tag -> given.add(values.line(tag, "tags", MAX_TAG)));
            tags(given);
        }
        return this;
    }

    /** Tags that are known already; nulls are left out. */
    public TicketBuilder tags(List<String> given) {
        Set<String> distinct = new LinkedHashSet<>();
        given.stream().filter(Objects::nonNull).limit(MAX_TAGS).forEach(distinct::add);
        tags = List.copyOf(distinct);
        return this;
    }

    /** A page for people; what is no http address is left out. */
    public TicketBuilder url(String address) {
        boolean usable = address != null
                && address.length() <= MAX_URL
                && (address.startsWith("https://") || address.startsWith("http://"))
                && address.chars().noneMatch(Character::isWhitespace);
        url = usable ? address : null;
        return this;
    }

    public TicketBuilder created(JsonNode value) {
        createdAt = Times.of(value, now);
        return this;
    }

    public TicketBuilder updated(JsonNode value) {
        updatedAt = Times.of(value, now);
        return this;
    }

    public TicketBuilder deleted(boolean gone) {
        deleted = gone;
        return this;
    }

    /** {@link Completeness#COMPLETE} unless said otherwise. */
    public TicketBuilder completeness(Completeness how) {
        completeness = how;
        return this;
    }

    /**
     * By what was given so far, where somebody chose the fields: complete with all that a first sight of a ticket needs,
     * thin with none of what a ticket says.
     *
     * @param more something happened that the payload does not tell
     */
    public TicketBuilder completenessOfFields(boolean more) {
        boolean all = Stream.of(subject, description, status.ours(), customerEmail, createdAt)
                .allMatch(Objects::nonNull);
        boolean any = Stream.of(
                        subject,
                        description,
                        status.raw(),
                        priority.raw(),
                        customerName,
                        customerEmail,
                        assignee,
                        category,
                        channel,
                        tags)
                .anyMatch(Objects::nonNull);
        if (more || !any) {
            return completeness(Completeness.THIN);
        }
        return completeness(all ? Completeness.COMPLETE : Completeness.PARTIAL);
    }

    public TicketReading build() {
        String customer = customerEmail == null ? customerName : customerEmail;
        long found = Stream.of(
                        externalId,
                        subject,
                        description,
                        status.ours(),
                        priority.ours(),
                        customer,
                        createdAt,
                        updatedAt)
                .filter(Objects::nonNull)
                .count();
        return new TicketReading(
                externalId,
                subject,
                description,
                status.ours(),
                priority.ours(),
                customerName,
                customerEmail,
                assignee,
                category,
                channel,
                tags == null ? List.of() : tags,
                tags != null,
                url,
                createdAt,
                updatedAt,
                status.raw(),
                priority.raw(),
                deleted,
                completeness,
                found / MAIN_FIELDS,
                values.warnings());
    }
}
