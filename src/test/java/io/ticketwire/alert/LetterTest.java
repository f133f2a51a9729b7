package io.ticketwire.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.alert.Allowance.Withheld;
import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What administrators read. */
class LetterTest {

    private static final UUID ENDPOINT = UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77");
    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "webhook.disabled, [Ticketwire] Endpoint disabled: CRM",
        "webhook.failing, [Ticketwire] Endpoint failing: CRM",
        "webhook.recovered, [Ticketwire] Endpoint recovered: CRM"
    })
    void theSubjectSaysWhatHappenedToWhom(String type, String subject) {
        assertEquals(subject, Letter.of(alert(type, "CRM", "failures")).subject());
    }

    @Test
    void theTextSaysWhySinceWhenAndWhatToDo() {
        String text = Letter.of(alert("webhook.disabled", "CRM", "failures")).text();

        for (String part : new String[] {
            "CRM",
            ENDPOINT.toString(),
            "crm.example.com",
            "too many attempts in a row failed",
            "10",
            "2026-07-01T09:00:00.000Z",
            "status: 503",
            "Last success         never",
            "POST /api/v1/endpoints/" + ENDPOINT + "/enable",
            "POST /api/v1/endpoints/" + ENDPOINT
                    + "/recover  {\"since\":\"2026-07-01T09:00:00.000Z\",\"only\":\"missing\"}"
        }) {
            assertTrue(text.contains(part), part + " is not in " + text);
        }
    }

    @Test
    void aNameCanMakeNoHeaderAndNoLineOfItsOwn() {
        Alert alert = alert("webhook.failing", "CRM\r\nBcc: everybody@example.com\u2028x", "failures");

        assertEquals(
                "[Ticketwire] Endpoint failing: CRM Bcc: everybody@example.com x",
                Letter.of(alert).subject());
        assertFalse(alert.toString().contains("\n"));
    }

    @Test
    void ofManyThereIsAListThatEnds() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            alerts.add(alert(i == 1 ? "webhook.recovered" : "webhook.disabled", "CRM " + i + ".", "failures"));
        }

        Letter letter = Letter.of(alerts, Withheld.NONE);

        assertEquals("[Ticketwire] 70 alerts: endpoints 69 disabled, 1 recovered", letter.subject());
        assertTrue(letter.text().contains(alerts.get(0).id().toString()));
        assertTrue(letter.text().contains("CRM 50. at crm.example.com"), letter.text());
        assertFalse(letter.text().contains("CRM 51."));
        assertTrue(letter.text().contains("... and 20 more"), letter.text());
    }

    @Test
    void whatWasNotMailedIsSummedUp() {
        Alert alert = alert("webhook.disabled", "CRM", "failures");

        String text = Letter.of(List.of(alert), new Withheld(8_310, NINE)).text();

        assertTrue(text.contains("/enable"), text);
        assertTrue(text.contains("2026-07-01T09:00:00.000Z because"), text);
        assertTrue(text.contains("8310 alerts"), text);
    }

    @Test
    void aPercentSignIsOne() {
        assertTrue(Letter.of(alert("webhook.failing", "100 %s sure", "failures"))
                .text()
                .contains("100 %s sure"));
    }

    @Test
    void aReasonOfALaterVersionIsToldAsItIs() {
        assertTrue(
                Letter.of(alert("webhook.failing", "CRM", "moon_phase")).text().contains("moon_phase"));
    }

    @Test
    void anotherEventIsNoAlert() {
        assertTrue(Alert.of(event("ticket.created", new byte[] {'{', '}'})).isEmpty());
        assertTrue(Alert.of(event("connector.failing", new byte[] {'{', '}'})).isEmpty());
    }

    static Alert alert(String type, String name, String reason) {
        EndpointNews news = new EndpointNews(
                new EndpointNews.Endpoint(ENDPOINT, name, "crm.example.com", "disabled"),
                reason,
                10,
                NINE,
                null,
                UUID.randomUUID(),
                503,
                "status: 503");
        Alert alert = Alert.of(event(type, Json.bytes(news))).orElseThrow();
        assertEquals(EventType.of(type).orElseThrow(), alert.type());
        return alert;
    }

    private static Event event(String type, byte[] data) {
        return new Event(
                UUID.randomUUID(), type, "/endpoints/" + ENDPOINT, ENDPOINT.toString(), NINE, "", NINE, true, data);
    }
}
