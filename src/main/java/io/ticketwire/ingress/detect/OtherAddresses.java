package io.ticketwire.ingress.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.EmailAddresses;

/** The addresses in a payload that belong to agents, mailboxes and copies: whoever has one of them is not the customer. */
final class OtherAddresses {
    private static final int MOST = 200;
    private static final Set<String> OTHERS = Set.of(
            ("assignee assignees assigned agent agents owner responder admin bot cc ccs bcc to recipient recipients mailbox"
                            + " inbox brand collaborator collaborators follower followers team group support helpdesk desk"
                            + " operator technician handler")
                    .split(" "));
    private static final int MAX_DEPTH = 3;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;<>\"()]+");
    private static final List<String> ADDRESS = List.of(
            "email",
            "Email",
            "emailAddress",
            "EmailAddress",
            "email_address",
            "email_id",
            "primary_email",
            "uniqueName",
            "address",
            "handle",
            "mail");
    private static final Set<String> CUSTOMERS =
            Set.of("requester", "customer", "contact", "reporter", "caller", "requestor", "reply", "client");

    private final Set<String> found = new HashSet<>();

    private final boolean owners;

    private OtherAddresses(boolean owners) {
        this.owners = owners;
    }

    /** @param owners also those of owners: some platforms call the customer so who is named elsewhere (Frappe) */
    static Set<String> of(Candidate ticket, boolean owners) {
        Set<String> all = new HashSet<>(ticket.fields().otherAddresses(owners));
        ticket.parents().forEach(parent -> all.addAll(parent.otherAddresses(owners)));
        return all;
    }

    /** Those in one object; {@link Fields} remembers them, for the thousand tickets that may lie in one envelope. */
    static Set<String> in(JsonNode object, boolean owners) {
        OtherAddresses addresses = new OtherAddresses(owners);
        addresses.addFrom(object);
        return addresses.found;
    }

    private void addFrom(JsonNode object) {
        int left = MOST;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (--left < 0) {
                return;
            }
            JsonNode value = property.getValue();
            if (mayHaveAddress(value) && isOther(property.getKey())) {
                add(value, 0);
            }
        }
    }

    private static boolean mayHaveAddress(JsonNode value) {
        return value.isTextual() ? value.textValue().indexOf('@') >= 0 : value.isContainerNode();
    }

    private boolean isOther(String key) {
        boolean other = false;
        for (String word : Words.of(key)) {
            if (CUSTOMERS.contains(word) || !owners && word.equals("owner")) {
                return false;
            }
            other |= OTHERS.contains(word);
        }
        return other;
    }

    private void add(JsonNode value, int depth) {
        if (found.size() >= MOST
                || depth > MAX_DEPTH
                || value.path("role").asText().equals("from")) {
            return;
        }
        if (value.isTextual()) {
            addText(value.textValue());
        } else if (value.isArray()) {
            int left = MOST;
            for (JsonNode element : value) {
                if (--left < 0) {
                    return;
                }
                add(element, depth + 1);
            }
        } else if (value.isObject()) {
            for (String key : ADDRESS) {
                add(value.path(key), depth + 1);
            }
        }
    }

    private void addText(String text) {
        if (text.length() > 5_000 || text.indexOf('@') < 0) {
            return;
        }
        for (String word : SEPARATORS.split(text, MOST)) {
            String address = EmailAddresses.address(word);
            if (address != null) {
                found.add(address);
            }
        }
    }
}
