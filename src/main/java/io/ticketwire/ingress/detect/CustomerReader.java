package io.ticketwire.ingress.detect;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Values;

/**
 * Who asks for help. What is named customer, requester or the like is believed, also beside the ticket; only where there is
 * none, the sender or author inside the ticket is taken, if nothing says that it is an agent. Agents, bots, copies, and
 * the addresses of the desk itself are never the customer; addresses inside texts are not looked at.
 */
final class CustomerReader {
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
        Person named = named();
        return named != null ? checked(named, false) : checked(SenderReader.read(ticket, values), true);
    }

    /** Only whom the payload names as the customer, for an event about a part of the ticket. */
    static Person readNamed(Candidate ticket, Values values) {
        CustomerReader reader = new CustomerReader(ticket, values);
        Person named = reader.named();
        return named == null ? Person.NOBODY : reader.checked(named, false);
    }

    private Person named() {
        Person named = named(fields, false);
        for (int i = 0; named == null && i < ticket.parents().size(); i++) {
            named = named(ticket.parents().get(i), true);
        }
        return named;
    }

    /** By a name that means the customer; null if there is none, nobody if there is one and it is staff. */
    private Person named(Fields at, boolean beside) {
        Person person = inRole(at, beside);
        Person flat = flat(at);
        if (flat.isNobody()) {
            return person;
        }
        boolean better = person == null || person.email() == null && flat.name() != null && flat.email() != null;
        return better ? flat : merged(person, flat);
    }

    /** The first with an address, else the first with a name. */
    private Person inRole(Fields at, boolean beside) {
        Person person = null;
        for (String key : Synonyms.CUSTOMER) {
            JsonNode value = at.get(key);
            if (beside && Person.isOneWord(value)) {
                continue;
            }
            Fields inner = value != null && value.isObject() ? Fields.of(value) : null;
            boolean staff = inner != null && Person.isStaff(inner, false);
            Person found = staff ? Person.NOBODY : inner == null ? Person.of(value, values) : Person.of(inner, values);
            if (found.email() != null) {
                return found;
            }
            boolean known = person != null && !person.isNobody();
            person = known || found.isNobody() && !staff ? person : found;
        }
        return person;
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

    private Person checked(Person person, boolean guessed) {
        String name = person.name() == null ? null : values.line(person.name(), "customer_name", Values.MAX_NAME);
        String email = person.email();
        if (email == null) {
            return new Person(name, null);
        }
        boolean ours = EmailAddresses.isMachine(email)
                || guessed && EmailAddresses.isDesk(email)
                || OtherAddresses.of(ticket, guessed).contains(email);
        if (!ours) {
            return new Person(name, email);
        }
        values.warn("not_the_customer: customer_email");
        return guessed ? Person.NOBODY : new Person(name, null);
    }
}
