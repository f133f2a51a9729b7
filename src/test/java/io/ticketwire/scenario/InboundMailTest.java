package io.ticketwire.scenario;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.platform.Hmac;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mails that come in, and the tickets that they make, find, or leave alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class InboundMailTest extends Scenario {

    private static final String SECRET = "any-text-for-the-header";

    private final String id = newId();
    private String connector;

    @BeforeEach
    void connect() {
        connector = gateway.connectorOf("email", Map.of("credentials", Map.of("signing_secret", SECRET)));
    }

    @Test
    void aMailMakesATicketAndItsAttachmentCanBeDownloaded() {
        byte[] invoice = bytes(700_000);

        assertEquals(
                200,
                mail("first", "Refund, please", "", "I want my money back.", invoice)
                        .statusCode());

        JsonNode ticket =
                await().until(() -> tickets(), tickets -> tickets.size() == 1).get(0);
        assertEquals("Refund, please", ticket.path("subject").textValue());
        assertEquals("I want my money back.", ticket.path("description").textValue());
        assertEquals("dana@customer.example", ticket.path("customer_email").textValue());
        assertEquals("Dana Fox", ticket.path("customer_name").textValue());
        assertEquals("email", ticket.path("channel").textValue());
        JsonNode message = events("message.incoming").get(0);
        Schemas.assertValid("message.incoming", message.path("data").toString().getBytes(UTF_8));
        JsonNode media = message.at("/data/message/media/0");
        assertEquals("Rechnung März.pdf", media.path("filename").textValue());
        HttpResponse<byte[]> attachment = gateway.download(media.path("url").textValue());
        assertEquals(200, attachment.statusCode());
        assertArrayEquals(invoice, attachment.body());
    }

    @Test
    void aReplyIsAddedToTheTicketOfWhatItAnswersAndWhatItQuotesIsMarked() {
        mail("first", "Refund, please", "", "I want my money back.", null);
        String answer =
                """
                Any news? It has been a week.

                On Mon, 16 Nov 2026 at 09:00, Dana Fox <dana@customer.example> wrote:
                > I want my money back.
                """;

        mail("second", "Re: Refund, please", references("first"), answer, null);

        JsonNode added = await().until(() -> events("conversation.added"), found -> found.size() == 1)
                .get(0);
        JsonNode said = added.at("/data/conversation");
        assertEquals("Any news? It has been a week.", said.path("new_text").textValue());
        assertTrue(said.path("text").textValue().contains("> I want my money back."), said::toString);
        assertEquals("quote", said.at("/marks/0/kind").textValue());
        assertEquals("customer", said.path("author_type").textValue());
        assertEquals(1, tickets().size());
        assertEquals(2, events("message.incoming").size());
        Schemas.assertValid("conversation.added", added.path("data").toString().getBytes(UTF_8));
    }

    @Test
    void aTicketNumberInTheSubjectLeadsToItsTicket() {
        mail("first", "Refund, please", "", "I want my money back.", null);
        String number = await().until(() -> tickets(), tickets -> tickets.size() == 1)
                .get(0)
                .path("ticket_number")
                .textValue();

        mail("second", "AW: [" + number + "] something else", "", "It is urgent now.", null);

        await().until(() -> events("conversation.added").size() == 1);
        assertEquals(1, tickets().size());
    }

    @Test
    void aPlusAddressLeadsToItsTicket() {
        mail("first", "Refund, please", "", "I want my money back.", null);
        String ticket = await().until(() -> tickets(), tickets -> tickets.size() == 1)
                .get(0)
                .path("id")
                .textValue();

        send(
                raw("second", "No words", "", "It is urgent now.", null),
                "X-Envelope-To",
                "support+" + ticket + "@acme.example");

        await().until(() -> events("conversation.added").size() == 1);
        assertEquals(
                ticket,
                events("conversation.added").get(0).at("/data/ticket/id").textValue());
        assertEquals(1, tickets().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "X-Loop: ticketwire",
                "X-Auto-Response-Suppress: All\r\nX-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
            })
    void aMailThatNobodyWroteIsKeptAndMakesNothingOfATicket(String header) {
        mail("first", "Out of office", header + "\r\n", "I am away.", null);
        mail("second", "Refund, please", "", "I want my money back.", null);

        await().until(() -> events("ticket.created").size() == 1
                && events("message.incoming").size() == 2);
        assertEquals("Refund, please", tickets().get(0).path("subject").textValue());
    }

    @Test
    void aMailThatIsSentTwiceIsOneMail() {
        assertEquals(
                200,
                mail("first", "Refund, please", "", "I want my money back.", null)
                        .statusCode());
        assertEquals(
                200,
                mail("first", "Refund, please", "", "I want my money back.", null)
                        .statusCode());
        mail("second", "Something else", "", "A new question.", null);

        await().until(() -> events("message.incoming").size() >= 2);
        assertEquals(2, events("message.incoming").size());
        assertEquals(2, tickets().size());
    }

    @Test
    void theAttachmentOfAMailThatMailgunRepeatsUnderAnotherTokenIsStoredOnce() {
        connector = gateway.connectorOf("mailgun", Map.of("credentials", Map.of("signing_key", SECRET)));
        byte[] mail = raw("first", "Refund, please", "", "I want my money back.", bytes(300_000));

        assertEquals(200, mailgun(mail, "one" + id).statusCode());
        assertEquals(200, mailgun(mail, "two" + id).statusCode());

        List<JsonNode> messages = await().until(() -> events("message.incoming"), found -> found.size() == 2);
        JsonNode first = messages.get(0).at("/data/message/media");
        assertEquals(first, messages.get(1).at("/data/message/media"));
        assertEquals(1, tickets().size());
        assertArrayEquals(
                bytes(300_000), gateway.download(first.at("/0/url").textValue()).body());
    }

    @Test
    void aConnectorMayMakeNoTickets() {
        gateway.patch("/api/v1/connectors/" + connector, Map.of("settings", Map.of("create_tickets", false)));
        await().untilAsserted(() -> {
            mail("n" + newId(), "Refund, please", "", "I want my money back.", null);
            assertFalse(events("message.incoming").isEmpty());
        });

        int before = tickets().size();
        mail("last", "Refund, please", "", "I want my money back.", null);

        await().until(() -> events("message.incoming").stream()
                .anyMatch(event -> event.path("subject").asText().contains("last")));
        assertEquals(before, tickets().size());
    }

    @Test
    void aMailOfTwentyMegabytesIsTakenAndKeptByItsBeginning() {
        byte[] film = bytes(14_000_000);

        assertEquals(
                200, mail("large", "A film of it", "", "Look at this.", film).statusCode());

        JsonNode message = await().until(() -> events("message.incoming"), found -> found.size() == 1)
                .get(0);
        HttpResponse<byte[]> attachment =
                gateway.download(message.at("/data/message/media/0/url").textValue());
        assertArrayEquals(film, attachment.body());
        JsonNode raw = gateway.get("/api/v1/events/" + message.path("id").textValue() + "/raw");
        assertTrue(raw.path("body_bytes").longValue() > 14_000_000, () -> raw.path("body_bytes")
                .toString());
        assertTrue(raw.path("body").textValue().length() < 2_000_000);
    }

    @Test
    void aMailOverTheLimitIsTooLarge() {
        assertEquals(413, send(new byte[32 * 1024 * 1024]).statusCode());
    }

    @Test
    void aLargeMailWithAWrongSecretIsRefusedLikeASmallOne() {
        byte[] mail = raw("large", "A film of it", "", "Look at this.", bytes(2_000_000));

        HttpResponse<String> answer = gateway.call(
                "POST",
                "/api/webhooks/email/inbound?connectorId=" + connector,
                mail,
                "Content-Type",
                "message/rfc822",
                "X-Gateway-Token",
                "wrong");

        assertEquals(401, answer.statusCode());
    }

    private HttpResponse<String> mail(String name, String subject, String headers, String text, byte[] attachment) {
        return send(raw(name, subject, headers, text, attachment));
    }

    private HttpResponse<String> send(byte[] mail, String... headers) {
        String[] all = {"Content-Type", "message/rfc822", "X-Gateway-Token", SECRET};
        String[] more = Stream.of(all, headers).flatMap(Arrays::stream).toArray(String[]::new);
        return gateway.call("POST", "/api/webhooks/email/inbound?connectorId=" + connector, mail, more);
    }

    private HttpResponse<String> mailgun(byte[] mail, String token) {
        String time = Long.toString(Instant.now().getEpochSecond());
        byte[] signature = Hmac.SHA256.of(SECRET.getBytes(UTF_8), time.getBytes(UTF_8), token.getBytes(UTF_8));
        Map<String, String> fields = Map.of(
                "timestamp",
                time,
                "token",
                token,
                "signature",
                HexFormat.of().formatHex(signature),
                "body-mime",
                new String(mail, US_ASCII));
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return gateway.call(
                "POST",
                "/api/webhooks/email/inbound?connectorId=" + connector,
                form.getBytes(US_ASCII),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private String references(String name) {
        return "In-Reply-To: " + messageId(name) + "\r\nReferences: " + messageId(name) + "\r\n";
    }

    private String messageId(String name) {
        return "<" + name + "." + id + "@mail.customer.example>";
    }

    private byte[] raw(String name, String subject, String headers, String text, byte[] attachment) {
        String head =
                """
                From: Dana Fox <Dana@Customer.example>
                To: support@acme.example
                Message-ID: %s
                Date: Mon, 16 Nov 2026 09:00:00 +0100
                Subject: %s
                MIME-Version: 1.0
                """
                                .formatted(messageId(name), subject)
                                .replace("\n", "\r\n")
                        + headers;
        if (attachment == null) {
            return (head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text).getBytes(UTF_8);
        }
        String encoded = Base64.getMimeEncoder().encodeToString(attachment);
        return (head + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--b\r\n"
                        + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf\r\n\r\n" + encoded
                        + "\r\n--b--\r\n")
                .getBytes(US_ASCII);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }

    private List<JsonNode> tickets() {
        return items("/api/v1/tickets?connector_id=" + connector);
    }

    private List<JsonNode> events(String type) {
        return items("/api/v1/events?connector_id=" + connector + "&type=" + type);
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(gateway.get(path).path("items").spliterator(), false)
                .toList();
    }
}
