package io.ticketwire.ingress.detect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SpellingsTest {
    @ParameterizedTest
    @CsvSource({
        "dateCreated,created_at",
        "creation_time,created_at",
        "Create Date,created_at",
        "createdon,created_at",
        "ModificationDate,updated_at",
        "lastUpdatedTime,updated_at",
        "write_date,updated_at",
        "Reporter Mail,customer_email",
        "partner_email,customer_email",
        "contactEmailAddress,customer_email",
        "technician_name,assignee_name",
        "created_by,",
        "last_reply_at,",
        "company_name,",
        "due_date,"
    })
    void many_spellings_mean_one_name(String key, String name) {
        assertEquals(name, Spellings.canonical(Keys.normal(key)));
    }
}
