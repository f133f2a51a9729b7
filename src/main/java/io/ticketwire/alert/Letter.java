package io.ticketwire.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ticketwire.alert.Allowance.Withheld;
import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Json;

/** Alerts in words for people: a pure function. */
record Letter(String subject, String text) {

    /** In a list of alerts. */
    static final int MOST_LINES = 50;

    /**
     * One alert in full, or a list of several.
     *
     * @param withheld what was not mailed before this one
     */
    static Letter of(List<Alert> alerts, Withheld withheld) {
        Letter letter = alerts.size() == 1 ? of(alerts.get(0)) : list(alerts);
        if (withheld.alerts() == 0) {
            return letter;
        }
        return new Letter(
                letter.subject(),
                """
                %s
                Not mailed since %s because there were too many mails in the hour
                (ticketwire.alerts.max-mails-per-hour): %d alerts. They are in the log.
                """
                        .formatted(letter.text(), time(withheld.since()), withheld.alerts()));
    }

    private static Letter list(List<Alert> alerts) {
        String lines = alerts.stream().limit(MOST_LINES).map(Letter::line).collect(Collectors.joining());
        int left = alerts.size() - MOST_LINES;
        return new Letter(
                "[Ticketwire] %d alerts: endpoints %s".formatted(alerts.size(), numbers(alerts)),
                "What happened to endpoints, in this order:\n\n"
                        + lines
                        + (left > 0 ? "... and " + left + " more. They are in the log.\n" : "")
                        + "\nThe state of each is at\n  GET /api/v1/endpoints/{id}\n");
    }

    /** {@code 12 disabled, 1 recovered}. */
    private static String numbers(List<Alert> alerts) {
        Map<String, Long> numbers =
                alerts.stream().collect(Collectors.groupingBy(Letter::word, TreeMap::new, Collectors.counting()));
        return numbers.entrySet().stream()
                .map(number -> number.getValue() + " " + number.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String line(Alert alert) {
        EndpointNews news = alert.news();
        EndpointNews.Endpoint endpoint = news.endpoint();
        return "%s  %-9s  %s %s at %s, reason %s, last error %s, event %s\n"
                .formatted(
                        time(alert.time()),
                        word(alert),
                        endpoint.id(),
                        endpoint.name(),
                        endpoint.host(),
                        news.reason(),
                        news.lastError() == null ? "none" : news.lastError(),
                        alert.id());
    }

    /** {@code disabled} of {@code webhook.disabled}. */
    private static String word(Alert alert) {
        String type = alert.type().type();
        return type.substring(type.indexOf('.') + 1);
    }

    static Letter of(Alert alert) {
        return switch (alert.type()) {
            case WEBHOOK_DISABLED ->
                letter(
                        alert,
                        "Endpoint disabled",
                        "Ticketwire has disabled this endpoint and sends it nothing any more.",
                        """
                    Deliveries that wait for it end as "skipped" when they come due, and so do new ones.

                    When its receiver is in order again, enable it:
                      POST /api/v1/endpoints/%1$s/enable
                    and then have it sent what it missed, and what was given up before:
                      POST /api/v1/endpoints/%1$s/recover  {"since":"%2$s","only":"missing"}
                      POST /api/v1/endpoints/%1$s/recover  {"since":"%2$s","only":"failed"}
                    """);
            case WEBHOOK_FAILING ->
                letter(
                        alert,
                        "Endpoint failing",
                        "A delivery to this endpoint was given up. It is still sent whatever comes.",
                        """
                    Look at its deliveries:
                      GET /api/v1/deliveries?endpoint_id=%1$s&status=dead
                    When its receiver is in order again, have it sent what was given up:
                      POST /api/v1/endpoints/%1$s/recover  {"since":"%2$s","only":"failed"}
                    """);
            case WEBHOOK_RECOVERED ->
                letter(
                        alert,
                        "Endpoint recovered",
                        "This endpoint takes webhooks again.",
                        """
                    What was given up or skipped in the meantime is not sent by itself. To have it sent:
                      POST /api/v1/endpoints/%1$s/recover  {"since":"%2$s","only":"failed"}
                      POST /api/v1/endpoints/%1$s/recover  {"since":"%2$s","only":"missing"}
                    """);
            default -> throw new IllegalArgumentException("no alert: " + alert.type());
        };
    }

    private static Letter letter(Alert alert, String title, String whatHappened, String whatToDo) {
        EndpointNews news = alert.news();
        EndpointNews.Endpoint endpoint = news.endpoint();
        String facts =
                """
                Endpoint             %s
                Id                   %s
                Host                 %s
                Reason               %s
                Failures in a row    %d
                In trouble since     %s
                Last success         %s
                Last answer          %s
                Last error           %s
                Delivery             %s
                Event                %s %s, %s
                """
                        .formatted(
                                endpoint.name(),
                                endpoint.id(),
                                endpoint.host(),
                                reason(news.reason()),
                                news.consecutiveFailures(),
                                time(news.failingSince()),
                                time(news.lastSuccessAt()),
                                news.lastStatusCode() == null ? "none" : news.lastStatusCode(),
                                news.lastError() == null ? "none" : news.lastError(),
                                news.deliveryId(),
                                alert.type().type(),
                                alert.id(),
                                time(alert.time()));
        String advice = whatToDo.formatted(endpoint.id(), time(news.failingSince()));
        return new Letter(
                "[Ticketwire] " + title + ": " + endpoint.name(), whatHappened + "\n\n" + facts + "\n" + advice);
    }

    /** In words where we know the word; a later version may send another. */
    private static String reason(String word) {
        return switch (word == null ? "" : word) {
            case EndpointNews.GONE -> "gone: the receiver answered 410, it wants no more";
            case EndpointNews.FAILURES -> "failures: too many attempts in a row failed";
            case EndpointNews.RETRIES_EXHAUSTED -> "retries_exhausted: a delivery failed at its last retry";
            case EndpointNews.GIVEN_UP -> "given_up: a delivery could not be retried";
            case EndpointNews.DELIVERED -> "delivered: an attempt succeeded";
            default -> word;
        };
    }

    private static String time(Instant time) {
        return time == null ? "never" : Json.time(time);
    }
}
