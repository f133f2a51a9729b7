package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Values;

/**
 * Who asks for help. What is named customer, requester or the like is believed, also beside the ticket; only where there is
 * none, the sender or author inside the ticket is taken, if nothing says that it is an agent. Agents, bots, copies, and
 * the addresses of the desk itself are never the customer; addresses inside texts are not looked at.
 */
final class CustomerReader {
    private static final Set<String> OUTWARD = Set.of("outgoing", "outbound", "out", "sent");

    private final Candidate ticket;
    private final Fields fields;
    private final Values values;

    private CustomerReader(Candidate ticket, Values values) {
        this.ticket = ticket;
        this.fields = ticket.fields();
        this.values = values;
    }

    static Person read(Candidate ticket, Values values) {
        return new CustomerReader(ticket, values).read();
    }

    private Person read() {
        Person named = named(fields);
        for (int i = 0; named == null && i < ticket.parents().size(); i++) {
            named = named(ticket.parents().get(i));
        }
        return named != null ? checked(named, false) : checked(sender(), true);
    }

    /** By a name that means the customer; null if there is none, nobody if there is one and it is staff. */
    private Person named(Fields at) {
        Person person = null;
        for (String key : Synonyms.CUSTOMER) {
            JsonNode value = at.get(key);
            if (Person.isStaff(value, false)) {
                person = person == null ? Person.NOBODY : person;
                continue;
            }
            Person found = Person.of(value, values);
            if (!found.isNobody()) {
                person = found;
                break;
            }
        }
        Person flat = flat(at);
        if (flat.isNobody()) {
            return person;
        }
        return person == null ? flat : merged(person, flat);
    }

    private Person flat(Fields at) {
        String name = null;
        for (String key : Synonyms.CUSTOMER_NAME) {
            name = name == null ? values.line(at.get(key), "customer_name", Values.MAX_NAME) : name;
        }
        for (String key : Synonyms.CUSTOMER_EMAIL) {
            Person person = Person.of(at.get(key), values);
            if (person.email() != null) {
                return new Person(name == null ? person.name() : name, person.email());
            }
        }
        return new Person(name, null);
    }

    private static Person merged(Person one, Person other) {
        return new Person(
                one.name() == null ? other.name() : one.name(), one.email() == null ? other.email() : one.email());
    }

    private Person sender() {
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
            Person person = author(fields.get(key), !Person.isStaffWord(fields.get(key + "_type"), true), true);
            if (!person.isNobody()) {
                return person;
            }
        }
        Person nested = nested();
        return nested.isNobody() ? own() : nested;
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

    /** Documented places: Intercom's source.author, Zendesk's via.source.from, Chatwoot's meta.sender, Front's recipient. */
    private Person nested() {
        JsonNode root = fields.object();
        JsonNode recipient = root.path("recipient");
        List<Person> found = List.of(
                author(root.path("source").get("author"), true, false),
                author(root.path("via").path("source").get("from"), true, true),
                author(root.path("meta").get("sender"), true, true),
                author(recipient, recipient.path("role").asText().equals("from"), true));
        return found.stream().filter(person -> !person.isNobody()).findFirst().orElse(Person.NOBODY);
    }

    /** A flat form: the ticket's own e-mail and name are those of whoever filled it in. */
    private Person own() {
        for (String key : List.of("email", "e_mail", "email_address", "reply_to")) {
            Person person = Person.of(fields.get(key), values);
            if (person.email() != null) {
                String name = fields.hasAny(Synonyms.SUBJECT) ? Person.name(fields, values) : null;
                return new Person(name == null ? person.name() : name, person.email());
            }
        }
        return Person.NOBODY;
    }

    private Person checked(Person person, boolean guessed) {
        String name = person.name() == null ? null : values.line(person.name(), "customer_name", Values.MAX_NAME);
        String email = person.email();
        if (email == null) {
            return new Person(name, null);
        }
        boolean ours = EmailAddresses.isMachine(email)
                || guessed && EmailAddresses.isDesk(email)
                || OtherAddresses.of(ticket).contains(email);
        if (!ours) {
            return new Person(name, email);
        }
        values.warn("not_the_customer: customer_email");
        return guessed ? Person.NOBODY : new Person(name, null);
    }
}
