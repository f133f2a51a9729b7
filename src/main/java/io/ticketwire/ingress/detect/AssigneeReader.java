package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Values;

/** The agent who has the ticket: a name, else an address or login, else an id. */
final class AssigneeReader {
    private static final Set<String> NOBODY = Set.of("unassigned", "not assigned", "nobody", "no owner");

    private final Candidate ticket;
    private final Fields fields;
    private final Values values;

    private AssigneeReader(Candidate ticket, Values values) {
        this.ticket = ticket;
        this.fields = ticket.fields();
        this.values = values;
    }

    static String read(Candidate ticket, Values values) {
        return new AssigneeReader(ticket, values).assignee();
    }

    /** A ticket that says itself that it has none has none, whatever stands beside it. */
    private String assignee() {
        String assignee = agent(fields, Synonyms.ASSIGNEE);
        if (assignee != null || fields.mentions(Synonyms.ASSIGNEE)) {
            return assignee;
        }
        if (!ticket.parents().isEmpty()) {
            assignee =
                    agent(ticket.parents().get(0), List.of("assignee", "assignees", "assigned_agent", "assigned_to"));
        }
        JsonNode inMeta = fields.object().path("meta").get("assignee");
        assignee = assignee == null ? agent(inMeta) : assignee;
        return assignee == null ? agent(fields, Synonyms.ASSIGNEE_ID) : assignee;
    }

    private String agent(Fields at, List<String> names) {
        for (String name : names) {
            String agent = agent(at.get(name));
            if (agent != null) {
                return agent;
            }
        }
        return null;
    }

    /** {@code Bo <bo@acme.example>} is Bo. */
    private static String word(String text) {
        if (text == null || NOBODY.contains(text.toLowerCase(Locale.ROOT))) {
            return null;
        }
        EmailAddresses.Mailbox mailbox = EmailAddresses.parse(text);
        return mailbox == null || mailbox.name() == null ? text : mailbox.name();
    }

    private String agent(JsonNode value) {
        JsonNode one = value != null && value.isArray() ? value.get(0) : value;
        if (one == null || !one.isObject()) {
            return word(values.line(one, "assignee", Values.MAX_NAME));
        }
        for (String within : List.of("agent", "user", "assignee")) {
            if (one.path(within).isObject()) {
                return agent(one.get(within));
            }
        }
        Fields agent = Fields.of(one);
        if (one.path("type").asText().equalsIgnoreCase("bot")) {
            return null;
        }
        String name = Person.name(agent, values);
        for (String other : List.of("email", "email_address", "username", "login", "handle", "value")) {
            name = name == null ? values.line(agent.get(other), "assignee", Values.MAX_NAME) : name;
        }
        return name == null && !agent.looksLikePerson()
                ? values.line(agent.get("id"), "assignee", Values.MAX_NAME)
                : name;
    }
}
