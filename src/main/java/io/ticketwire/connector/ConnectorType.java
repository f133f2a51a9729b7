package io.ticketwire.connector;

import java.util.List;
import java.util.Optional;

/**
 * A kind of source that can be configured.
 *
 * @param type the name in the API, e.g. {@code webhook}
 * @param route where its callbacks go
 * @param setup what to configure at the sender
 * @param syncModes how tickets can come in
 * @param fields what is entered beside the name
 */
public record ConnectorType(
        String type, String title, String route, String setup, List<String> syncModes, List<Field> fields) {

    /** What only some types have: those that list it among their fields. For the others it is refused. */
    static final String PUBLIC_URL = "public_url";

    static final String REPLAY_WINDOW = "settings.replay_window";

    static final String BASE_URL = "settings.base_url";
    static final String WEBHOOK_SECRET = "webhook_secret";

    private static final String CREDENTIALS = "credentials.";

    /**
     * Something to enter.
     *
     * @param name the path in the request, e.g. {@code credentials.api_token}
     * @param kind {@code secret}, {@code text}, {@code url} or {@code duration}
     */
    public record Field(String name, String label, String kind, boolean required, String help) {

        boolean secret() {
            return kind.equals("secret");
        }
    }

    /** The types that exist now. */
    public static final List<ConnectorType> ALL = List.of(
            new ConnectorType(
                    "webhook",
                    "Any ticket platform",
                    "/api/webhooks/tickets",
                    "Send tickets as JSON by POST to the webhook URL. With a secret, sign each body:"
                            + " x-hub-signature-256: sha256=<hex HMAC-SHA256 of the body>",
                    List.of("webhook"),
                    List.of(new Field(
                            WEBHOOK_SECRET,
                            "Webhook secret",
                            "secret",
                            false,
                            "What the sender signs bodies with; without it everything is accepted, unverified"))),
            new ConnectorType(
                    "receive",
                    "Events of your own",
                    "/api/webhooks/receive",
                    "Send {\"event\":\"ticket.create\",\"data\":{...}} by POST to the webhook URL. With a secret, sign"
                            + " each body: X-Webhook-Signature: <hex HMAC-SHA256 of the body>",
                    List.of("webhook"),
                    List.of(new Field(
                            WEBHOOK_SECRET,
                            "Webhook secret",
                            "secret",
                            false,
                            "What the sender signs bodies with; without it everything is accepted, unverified"))));

    /** The type of this name. */
    public static Optional<ConnectorType> of(String type) {
        return ALL.stream().filter(known -> known.type().equals(type)).findAny();
    }

    boolean has(String field) {
        return fields.stream().anyMatch(known -> known.name().equals(field));
    }

    /** The field of this credential. */
    Optional<Field> credential(String key) {
        return fields.stream()
                .filter(known -> known.name().equals(CREDENTIALS + key))
                .findAny();
    }

    /** The keys that {@code credentials} may have. */
    List<String> credentialKeys() {
        return fields.stream()
                .map(Field::name)
                .filter(name -> name.startsWith(CREDENTIALS))
                .map(name -> name.substring(CREDENTIALS.length()))
                .toList();
    }
}
