package io.ticketwire.ingress.chat.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.text.JsonText;

/**
 * The number of ours that a message was sent to, or by.
 *
 * @param id Meta's; null if it is not given
 * @param phone with +; null if it is not given
 */
record BusinessNumber(String id, String phone) {

    static BusinessNumber of(JsonNode metadata) {
        return new BusinessNumber(
                JsonText.line(metadata.path("phone_number_id")),
                PhoneNumbers.international(JsonText.line(metadata.path("display_phone_number"))));
    }
}
