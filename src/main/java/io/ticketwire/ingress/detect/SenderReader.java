package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/**
 * Who wrote the ticket, where nobody is named as its customer: its sender or author, if nothing says that it is an agent,
 * else whoever filled in a flat form. A guess, that has to be checked.
 */
final class SenderReader {
    private static final Set<String> OUTWARD = Set.of("outgoing", "outbound", "out", "sent");
    private static final Set<String> CUSTOMER_KINDS =
            Set.of("customer", "contact", "client", "visitor", "end_user", "end-user");

    private final Candidate ticket;
    private final Fields fields;
    private final Values values;

    private SenderReader(Candidate ticket, Values values) {
        this.ticket = ticket;
        this.fields = ticket.fields();
        this.values = values;
    }

    /** Nobody if there is none. */
    static Person read(Candidate ticket, Values values) {
        return new SenderReader(ticket, values).read();
    }

    private Person read() {
        if (isOutward()) {
            return Person.NOBODY;
        }
        for (String key : Synonyms.SENDER_EMAIL) {
            Person person = Person.of(fields.get(key), values);
            String kind = key.substring(0, key.indexOf('_'));
            if (person.email() != null && !Person.isStaffWord(fields.get(kind + "_type"), true)) {
                String name = values.line(fields.get(kind + "_name"), "customer_name", Values.MAX_NAME);
                return new Person(name == null ? person.name() : name, person.email());
            }
        }
        for (String key : Synonyms.SENDER) {
            Person person = senderUnder(key);
            if (!person.isNobody()) {
                return person;
            }
        }
        Person nested = nested();
        return nested.isNobody() ? own() : nested;
    }

    private Person senderUnder(String key) {
        JsonNode value = fields.get(key);
        value = value != null && value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (Person.isStaffWord(fields.get(key + "_type"), true) || Person.isOneWord(value) || isColleague(key, value)) {
            return Person.NOBODY;
        }
        Person person = author(value, true, true);
        JsonNode name = person.name() == null && person.email() != null ? fields.get(key + "_name") : null;
        if (name != null) {
            return new Person(values.line(name, "customer_name", Values.MAX_NAME), person.email());
        }
        return person.isNobody() && key.equals("user") ? byLogin(value) : person;
    }

    /** Code hosting tells of the author of an issue the login only. */
    private Person byLogin(JsonNode user) {
        boolean known = user != null && user.isObject() && !Person.isStaff(user, false) && !isBot(user);
        return known
                ? new Person(values.line(user.get("login"), "customer_name", Values.MAX_NAME), null)
                : Person.NOBODY;
    }

    private static boolean isBot(JsonNode user) {
        return user.path("login").asText().endsWith("[bot]");
    }

    /** Who made the ticket in a team's own tool works there, unless the payload says otherwise. */
    private static boolean isColleague(String key, JsonNode value) {
        return key.equals("creator")
                && value != null
                && !CUSTOMER_KINDS.contains(value.path("type").asText().toLowerCase(Locale.ROOT));
    }

    private boolean isOutward() {
        for (String key : List.of("direction", "message_type")) {
            JsonNode value = fields.get(key);
            if (value != null && OUTWARD.contains(value.asText().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private Person author(JsonNode value, boolean possible, boolean userIsStaff) {
        return !possible || Person.isStaff(value, userIsStaff) ? Person.NOBODY : Person.of(value, values);
    }

    /** Documented places: Intercom's source.author, Zendesk's via.source.from, Chatwoot's meta.sender, Front's recipient, GitLab's user. */
    private Person nested() {
        JsonNode root = fields.object();
        JsonNode recipient = root.path("recipient");
        List<Person> found = List.of(
                author(root.path("source").get("author"), true, false),
                author(root.path("via").path("source").get("from"), true, true),
                author(root.path("meta").get("sender"), true, true),
                author(recipient, recipient.path("role").asText().equals("from"), true),
                authorBeside(),
                writer(root.path("message")));
        return found.stream().filter(person -> !person.isNobody()).findFirst().orElse(Person.NOBODY);
    }

    private Person writer(JsonNode message) {
        return message.isObject() && MessageSide.isTheirs(message)
                ? author(message.get("from"), true, true)
                : Person.NOBODY;
    }

    /** Who did what the event tells of is the author if he or she has the author's id. */
    private Person authorBeside() {
        JsonNode id = fields.get("author_id");
        for (Fields parent : id == null ? List.<Fields>of() : ticket.parents()) {
            JsonNode user = parent.get("user");
            if (user != null && id.asText().equals(user.path("id").asText())) {
                return author(user, true, true);
            }
        }
        return Person.NOBODY;
    }

    /** A flat form: the ticket's own e-mail and name are those of whoever filled it in. */
    private Person own() {
        for (String key : List.of("email", "e_mail", "email_address", "reply_to")) {
            Person person = Person.of(fields.get(key), values);
            if (person.email() != null) {
                boolean named = fields.hasAny(Synonyms.SUBJECT) || fields.hasOwn(List.of("first_name", "firstname"));
                String name = named ? Person.name(fields, values) : null;
                return new Person(name == null ? person.name() : name, person.email());
            }
        }
        return Person.NOBODY;
    }
}
