package io.ticketwire.connector;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.Problem;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What only some types have, by a type that has it. */
class ConnectorFormTest {

    private static final ConnectorType SIGNS_TIME_AND_URL = new ConnectorType(
            "signing",
            "Signs time and URL",
            "/api/webhooks/signing",
            "",
            List.of("webhook"),
            List.of(ConnectorType.replayWindow(), ConnectorType.publicUrl()),
            List.of());

    @Test
    void aTypeThatSignsTimeAndUrlHasAReplayWindowAndAPublicUrl() {
        ConnectorForm form = form("https://hooks.example.com/x", "PT1M");

        assertEquals("https://hooks.example.com/x", form.publicUrl());
        assertEquals(Duration.ofMinutes(1), form.options().replayWindow());
    }

    @Test
    void theReplayWindowHasADefault() {
        assertEquals(Duration.ofMinutes(5), form(null, null).options().replayWindow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "P9D", "-PT1S"})
    void aReplayWindowThatIsNoneIsNamed(String window) {
        ProblemException refused = assertThrows(ProblemException.class, () -> form(null, window));

        assertEquals(
                List.of("settings.replay_window"),
                refused.problem().errors().stream()
                        .map(Problem.FieldError::field)
                        .toList());
    }

    @Test
    void aTypeOfWhichOneOfTwoFieldsIsNeededNamesBoth() {
        ConnectorRequest neither = new ConnectorRequest("Chat", "google_chat", null, null, null, null, null, null);

        ProblemException refused = assertThrows(ProblemException.class, () -> ConnectorForm.of(neither));

        assertEquals(
                "must have one of [credentials.audience, credentials.project_number]",
                refused.problem().errors().get(0).message());
    }

    @Test
    void everyTypeHasAReplayWindowOfItsOwn() {
        ConnectorForm form = ConnectorForm.of(request("ses", Map.of("topic_arns", Texts.of("arn:aws:sns:x")), null));

        assertEquals(Duration.ofMinutes(65), form.options().replayWindow());
    }

    @Test
    void messagesMakeTicketsUnlessTheConnectorSaysOtherwise() {
        Map<String, Texts> credentials = Map.of("auth_token", Texts.of("12345"));

        assertEquals(
                true,
                ConnectorForm.of(request("plivo", credentials, null)).options().createTickets());
        assertEquals(
                false,
                ConnectorForm.of(request("plivo", credentials, false)).options().createTickets());
        assertEquals(
                null,
                ConnectorForm.of(request("webhook", Map.of(), null)).options().createTickets());
        assertThrows(ProblemException.class, () -> ConnectorForm.of(request("webhook", Map.of(), true)));
    }

    @Test
    void whatIsToBeChosenHasToBeAmongTheOptions() {
        Map<String, Texts> credentials = Map.of("signature_secret", Texts.of("s"), "method", Texts.of("md4"));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> ConnectorForm.of(request("vonage_sms", credentials, null)));

        assertEquals(
                "must be one of [md5hash, md5, sha1, sha256, sha512]",
                refused.problem().errors().get(0).message());
    }

    private static ConnectorRequest request(String type, Map<String, Texts> credentials, Boolean createTickets) {
        return new ConnectorRequest(
                "Acme",
                type,
                null,
                null,
                credentials,
                null,
                null,
                new ConnectorRequest.Settings(null, null, createTickets));
    }

    private static ConnectorForm form(String publicUrl, String window) {
        ConnectorRequest request = new ConnectorRequest(
                "Shop",
                "signing",
                null,
                null,
                null,
                null,
                publicUrl,
                new ConnectorRequest.Settings(window, null, null));
        return ConnectorForm.of(request, SIGNS_TIME_AND_URL, new FieldChecks());
    }
}
