package io.ticketwire.ingress.detect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KeysTest {
    @ParameterizedTest
    @CsvSource({
        "customerEmail,customer_email",
        "Customer-Email,customer_email",
        "customer email,customer_email",
        "ID,id",
        "_id,id",
        "ticketID,ticket_id",
        "HTMLUrl,html_url",
        "Ticket #,ticket",
        "_default_title_,default_title",
        "a__b,a_b",
        "System.Title,system_title",
        "'',''"
    })
    void one_name_has_one_spelling(String key, String normal) {
        assertEquals(normal, Keys.normal(key));
    }

    @ParameterizedTest
    @CsvSource({
        "ticket_subject,subject",
        "hs_object_id,object_id",
        "sys_id,id",
        "u_priority,priority",
        "request_id,",
        "x_id,",
        "system_title,title",
        "microsoft_vsts_common_priority,priority",
        "q5_subject,subject",
        "quick_subject,",
        "your_name,name",
        "ticket_requester_mail,customer_email",
        "ticket_cf_x,",
        "subject,",
        "_id,"
    })
    void a_prefix_goes_if_a_word_we_look_for_is_left(String key, String rest) {
        assertEquals(rest, Keys.withoutPrefix(key));
    }
}
