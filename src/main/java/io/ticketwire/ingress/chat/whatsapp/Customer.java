package io.ticketwire.ingress.chat.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.text.JsonText;

/**
 * Who wrote a message.
 *
 * @param id a phone number with +; of somebody who hides it, Meta's id of him for this business; null if neither is given
 * @param name as he calls himself; null if it is not given
 */
record Customer(String id, String name) {

    static Customer of(JsonNode message, JsonNode contacts) {
        String from = JsonText.line(message.path("from"));
        String user = JsonText.line(message.path("from_user_id"));
        JsonNode contact = contact(contacts, from, user);
        String name = JsonText.line(contact.path("profile").path("name"));
        for (String id :
                new String[] {from, JsonText.line(contact.path("wa_id")), user, JsonText.line(contact.path("user_id"))
                }) {
            if (id != null) {
                return new Customer(PhoneNumbers.international(id), name);
            }
        }
        return new Customer(null, name);
    }

    /** The contact of the message; a message that names nobody is of the only contact there is. */
    private static JsonNode contact(JsonNode contacts, String from, String user) {
        for (JsonNode contact : contacts) {
            boolean same = from != null && from.equals(JsonText.line(contact.path("wa_id")))
                    || user != null && user.equals(JsonText.line(contact.path("user_id")));
            if (same) {
                return contact;
            }
        }
        boolean alone = contacts.size() == 1 && from == null && user == null;
        return alone ? contacts.path(0) : contacts.path("none");
    }
}
