package io.ticketwire.connector;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ticketwire.platform.FieldChecks;

/**
 * A connector request that was found valid, with its defaults filled in.
 *
 * @param secrets to be sealed
 */
record ConnectorForm(
        String name,
        String type,
        boolean enabled,
        String syncMode,
        String publicUrl,
        ConnectorSecrets secrets,
        ConnectorOptions options) {

    /** As long as event ids are remembered: a later repeat would be taken for something new. */
    private static final Duration LONGEST_REPLAY_WINDOW = Duration.ofDays(8);

    private static final int MAX_SECRET = 4096;
    private static final int MAX_VALUES = 20;

    /** Ends the request, naming each field that is wrong. */
    static ConnectorForm of(ConnectorRequest request) {
        FieldChecks checks = new FieldChecks();
        ConnectorType type = ConnectorType.of(request.type()).orElse(null);
        checks.require(
                type != null,
                "type",
                "must be one of "
                        + ConnectorType.ALL.stream().map(ConnectorType::type).collect(Collectors.joining(", ")));
        if (type == null) {
            checks.name(request.name());
            checks.done();
            return null;
        }
        return of(request, type, checks);
    }

    static ConnectorForm of(ConnectorRequest request, ConnectorType type, FieldChecks checks) {
        checks.name(request.name());
        checkOptional(ConnectorType.PUBLIC_URL, request.publicUrl(), type, checks);
        checks.urlWithUser(ConnectorType.PUBLIC_URL, request.publicUrl());
        String syncMode = request.syncMode() == null ? type.syncModes().get(0) : request.syncMode();
        checks.require(type.syncModes().contains(syncMode), "sync_mode", "is not for this type: " + type.syncModes());
        ConnectorSecrets secrets = secrets(request, type, checks);
        ConnectorOptions options = options(request.settings(), type, checks);
        checks.done();
        boolean enabled = request.enabled() == null || request.enabled();
        return new ConnectorForm(request.name(), type.type(), enabled, syncMode, request.publicUrl(), secrets, options);
    }

    private static ConnectorSecrets secrets(ConnectorRequest request, ConnectorType type, FieldChecks checks) {
        List<String> webhookSecret = request.webhookSecret() == null ? List.of() : request.webhookSecret();
        checkValues("webhook_secret", webhookSecret, checks);
        checks.require(
                webhookSecret.isEmpty() || type.has(ConnectorType.WEBHOOK_SECRET),
                "webhook_secret",
                "is not for this type");
        Map<String, List<String>> credentials = new HashMap<>();
        if (request.credentials() != null) {
            request.credentials().forEach((key, given) -> {
                String field = "credentials." + key;
                List<String> values = given == null
                        ? List.of()
                        : List.copyOf(given.all().stream()
                                .map(v -> v == null ? "" : v)
                                .toList());
                checks.require(
                        type.credential(key).isPresent(), field, "is not for this type: " + type.credentialKeys());
                checkValues(field, values, checks);
                type.credential(key)
                        .map(ConnectorType.Field::options)
                        .filter(options -> !options.isEmpty())
                        .ifPresent(options ->
                                checks.require(options.containsAll(values), field, "must be one of " + options));
                if (!values.isEmpty()) {
                    credentials.put(key, values);
                }
            });
        }
        type.fields().stream()
                .filter(ConnectorType.Field::required)
                .forEach(field -> checks.require(given(field.name(), credentials), field.name(), "is required"));
        checks.require(
                type.anyOf().isEmpty() || type.anyOf().stream().anyMatch(name -> given(name, credentials)),
                "credentials",
                "must have one of " + type.anyOf());
        return new ConnectorSecrets(webhookSecret, credentials);
    }

    private static boolean given(String field, Map<String, List<String>> credentials) {
        return credentials.containsKey(field.substring(ConnectorType.CREDENTIALS.length()));
    }

    private static void checkValues(String field, List<String> values, FieldChecks checks) {
        boolean fine = values.size() <= MAX_VALUES
                && values.stream().allMatch(value -> value != null && !value.isEmpty() && value.length() <= MAX_SECRET);
        checks.require(
                fine,
                field,
                "must be a text or a list of at most %d, none empty or longer than %d characters"
                        .formatted(MAX_VALUES, MAX_SECRET));
    }

    private static ConnectorOptions options(
            ConnectorRequest.Settings settings, ConnectorType type, FieldChecks checks) {
        String window = settings == null ? null : settings.replayWindow();
        String baseUrl = settings == null ? null : settings.baseUrl();
        checkOptional(ConnectorType.REPLAY_WINDOW, window, type, checks);
        checkOptional(ConnectorType.BASE_URL, baseUrl, type, checks);
        checks.url(ConnectorType.BASE_URL, baseUrl);
        Boolean create = settings == null ? null : settings.createTickets();
        checkOptional(ConnectorType.CREATE_TICKETS, create, type, checks);
        return new ConnectorOptions(
                replayWindow(window, type, checks),
                baseUrl,
                type.has(ConnectorType.CREATE_TICKETS) ? !Boolean.FALSE.equals(create) : null);
    }

    private static Duration replayWindow(String window, ConnectorType type, FieldChecks checks) {
        if (!type.has(ConnectorType.REPLAY_WINDOW)) {
            return null;
        }
        return window == null
                ? type.defaultReplayWindow()
                : checks.duration(ConnectorType.REPLAY_WINDOW, window, Duration.ZERO, LONGEST_REPLAY_WINDOW)
                        .orElse(null);
    }

    private static void checkOptional(String field, Object value, ConnectorType type, FieldChecks checks) {
        checks.require(value == null || type.has(field), field, "is not for this type");
    }
}
