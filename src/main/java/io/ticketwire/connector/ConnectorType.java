package io.ticketwire.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

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

    static final String CREATE_TICKETS = "settings.create_tickets";

    private static final Duration REPLAY_WINDOW_DEFAULT = Duration.ofMinutes(5);

    static final String WEBHOOK_SECRET = "webhook_secret";

    static final String CREDENTIALS = "credentials.";

    /**
     * Something to enter.
     *
     * @param name the path in the request, e.g. {@code credentials.api_token}
     * @param kind {@code secret}, {@code text}, {@code url}, {@code duration}, {@code boolean} or {@code choice}
     * @param standard what it is if it is not given; null if that is nothing
     * @param options of a choice; else empty
     */
    public record Field(
            String name,
            String label,
            String kind,
            boolean required,
            String help,
            @JsonProperty("default") String standard,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options) {

        static Field secret(String name, String label, String help) {
            return new Field(name, label, "secret", false, help, null, List.of());
        }

        static Field text(String name, String label, String help) {
            return new Field(name, label, "text", false, help, null, List.of());
        }

        /** @param options the first one is the standard */
        static Field choice(String name, String label, String help, String... options) {
            return new Field(name, label, "choice", false, help, options[0], List.of(options));
        }

        Field asRequired() {
            return new Field(name, label, kind, true, help, standard, options);
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
                        + " Senders that sign the URL are checked against it",
                null,
                List.of());
    }

    static Field replayWindow() {
        return replayWindow(REPLAY_WINDOW_DEFAULT, "");
    }

    /** @param why this long, with a blank at its beginning; may be empty */
    static Field replayWindow(Duration standard, String why) {
        return new Field(
                REPLAY_WINDOW,
                "Replay window",
                "duration",
                false,
                "How far the signed time may lie from the arrival, on either side; %s if not given, PT0S for any.%s"
                        .formatted(standard, why),
                standard.toString(),
                List.of());
    }

    static Field createTickets() {
        return new Field(
                CREATE_TICKETS,
                "Create tickets",
                "boolean",
                false,
                "Whether a message that belongs to no ticket makes one",
                "true",
                List.of());
    }

    static Field baseUrl() {
        return new Field(
                BASE_URL,
                "Base URL",
                "url",
                false,
                "In place of the platform's own host, in links to tickets: a host of your own, a proxy",
                null,
                List.of());
    }

    /** The types that exist now. */
    public static final List<ConnectorType> ALL = Stream.of(
                    TicketPlatformTypes.ALL, ChatTypes.ALL, MessagingTypes.ALL, MailTypes.ALL, OwnTypes.ALL)
            .flatMap(List::stream)
            .toList();

    /** The type of this name. */
    public static Optional<ConnectorType> of(String type) {
        return ALL.stream().filter(known -> known.type().equals(type)).findAny();
    }

    /** How old a signed time may be if the connector does not say; for types that have a replay window. */
    Duration defaultReplayWindow() {
        return fields.stream()
                .filter(field -> field.name().equals(REPLAY_WINDOW))
                .map(field -> Duration.parse(field.standard()))
                .findAny()
                .orElseThrow();
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
