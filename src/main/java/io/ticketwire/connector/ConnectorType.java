package io.ticketwire.connector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of source that can be configured.
 *
 * @param type the name in the API, e.g. {@code webhook}
 * @param route where its callbacks go
 * @param setup what to configure at the sender
 * @param syncModes how tickets can come in
 * @param fields what is entered beside the name
 * @param anyOf fields of which at least one has to be given; empty if there are none such
 */
public record ConnectorType(
        String type,
        String title,
        String route,
        String setup,
        List<String> syncModes,
        List<Field> fields,
        List<String> anyOf) {

    /** What only some types have: those that list it among their fields. For the others it is refused. */
    static final String PUBLIC_URL = "public_url";

    static final String REPLAY_WINDOW = "settings.replay_window";

    static final String BASE_URL = "settings.base_url";
    static final String WEBHOOK_SECRET = "webhook_secret";

    static final String CREDENTIALS = "credentials.";

    /**
     * Something to enter.
     *
     * @param name the path in the request, e.g. {@code credentials.api_token}
     * @param kind {@code secret}, {@code text}, {@code url} or {@code duration}
     */
    public record Field(String name, String label, String kind, boolean required, String help) {

        static Field secret(String name, String label, String help) {
            return new Field(name, label, "secret", false, help);
        }

        static Field text(String name, String label, String help) {
            return new Field(name, label, "text", false, help);
        }

        Field asRequired() {
            return new Field(name, label, kind, true, help);
        }

        boolean secret() {
            return kind.equals("secret");
        }
    }

    static Field publicUrl() {
        return new Field(
                PUBLIC_URL,
                "Public URL",
                "url",
                false,
                "The webhook URL as typed in at the sender, without its query: behind a proxy, the proxy's."
                        + " Senders that sign the URL are checked against it");
    }

    static Field replayWindow() {
        return new Field(
                REPLAY_WINDOW,
                "Replay window",
                "duration",
                false,
                "How far the signed time may lie from the arrival, on either side; PT5M if not given, PT0S for any");
    }

    static Field baseUrl() {
        return new Field(
                BASE_URL,
                "Base URL",
                "url",
                false,
                "In place of the platform's own host, in links to tickets: a host of your own, a proxy");
    }

    /** The types that exist now. */
    public static final List<ConnectorType> ALL = Stream.of(TicketPlatformTypes.ALL, ChatTypes.ALL, OwnTypes.ALL)
            .flatMap(List::stream)
            .toList();

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
