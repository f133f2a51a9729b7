package io.ticketwire.ingress.ticket.freshdesk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.ingress.FormBody;

/** A form as Freshdesk sends it: {@code ticket_id=7} or {@code freshdesk_webhook[ticket_id]=7}, one text for every name. */
final class FreshdeskForm {

    private FreshdeskForm() {}

    /** Its fields as an object. */
    static ObjectNode of(FormBody.Parsed form) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        form.parameters().stream()
                .filter(parameter -> !parameter.name().isEmpty())
                .forEach(parameter -> fields.put(parameter.name(), parameter.value()));
        return fields;
    }
}
