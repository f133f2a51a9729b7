package io.ticketwire.ingress;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.Outcome.Refusal;
import io.ticketwire.platform.Problem;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What senders see. */
class AnswersTest {

    private static final UUID ONE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID TWO = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private final Answers answers = new Answers(Settings.of(IngressSettings.class));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Acme Zendesk         | Acme Zendesk",
                "Müller & Söhne <1>   | Müller & Söhne <1>",
                "The \"best\" \\ desk | The \\\"best\\\" \\\\ desk",
            })
    void acceptedIsAnsweredToTheLetter(String name, String inJson) {
        Outcome accepted =
                new Outcome.Accepted(ConnectorExample.named(name, "webhook"), List.of(ONE), Reply.received(name));

        Response response = answers.of(accepted);

        assertEquals(200, response.getStatus());
        assertEquals("application/json", response.getMediaType().toString());
        assertEquals("{\"ok\":true,\"status\":\"received\",\"connector\":\"" + inJson + "\"}", body(response));
    }

    @Test
    void idsOfTheEventsStandInAHeader() {
        Outcome accepted = new Outcome.Accepted(ConnectorExample.of("webhook"), List.of(ONE, TWO), Reply.EMPTY);

        Response response = answers.of(accepted);

        assertEquals(ONE + "," + TWO, response.getHeaderString("X-Ticketwire-Event-Id"));
    }

    @Test
    void headerNamesNoMoreThanAHundredIds() {
        List<UUID> ids = Stream.generate(() -> ONE).limit(1_000).toList();

        Response response = answers.of(new Outcome.Accepted(ConnectorExample.of("webhook"), ids, Reply.EMPTY));

        assertEquals(100, response.getHeaderString("X-Ticketwire-Event-Id").split(",").length);
    }

    @Test
    void keptIsAnsweredLikeAcceptedButWithoutIds() {
        Response response =
                answers.of(new Outcome.Kept(ConnectorExample.of("webhook"), "no_ticket", Reply.received("Acme")));

        assertEquals(200, response.getStatus());
        assertEquals("{\"ok\":true,\"status\":\"received\",\"connector\":\"Acme\"}", body(response));
        assertNull(response.getHeaderString("X-Ticketwire-Event-Id"));
    }

    @Test
    void protocolIsAnsweredInItsOwnWords() {
        Outcome challenge = new Outcome.Answered(ConnectorExample.of("slack"), "challenge", Reply.text("3eZbrw1a"));

        Response response = answers.of(challenge);

        assertEquals(200, response.getStatus());
        assertEquals("text/plain", response.getMediaType().toString());
        assertEquals("3eZbrw1a", body(response));
    }

    @Test
    void withoutABodyThereIsNoMediaType() {
        Response response = answers.of(new Outcome.Accepted(ConnectorExample.of("slack"), List.of(ONE), Reply.EMPTY));

        assertEquals(200, response.getStatus());
        assertNull(response.getEntity());
        assertNull(response.getMediaType());
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CONNECTOR, 404,",
        "DISABLED_CONNECTOR, 403,",
        "MEDIA_TYPE, 415,",
        "TOO_LARGE, 413,",
        "TOO_SLOW, 408,",
        "SIGNATURE, 401,",
        "MALFORMED, 400,",
        "GREETING, 403,",
        "WRONG_ROUTE, 404,",
        "METHOD, 405,",
        "KEYS_UNAVAILABLE, 503, 5",
        "BUSY, 503, 5",
        "BROKER_UNAVAILABLE, 503, 5",
    })
    void refusalIsAProblemWithItsStatusAndWhenToComeBack(Refusal refusal, int status, String retryAfter) {
        Response response = answers.of(new Outcome.Refused(refusal, "Because."));

        assertEquals(status, response.getStatus());
        assertEquals(retryAfter, response.getHeaderString("Retry-After"));
        assertEquals(Problem.MEDIA, response.getMediaType());
        Problem problem = (Problem) response.getEntity();
        assertEquals(status, problem.status());
        assertEquals("Because.", problem.detail());
    }

    @Test
    void retryAfterIsNeverLessThanASecond() {
        Answers hasty = new Answers(Settings.of(IngressSettings.class, "ticketwire.ingress.retry-after", "PT0.2S"));

        Response response = hasty.of(new Outcome.Refused(Refusal.BUSY, "Because."));

        assertEquals("1", response.getHeaderString("Retry-After"));
    }

    private static String body(Response response) {
        return new String((byte[]) response.getEntity(), UTF_8);
    }
}
