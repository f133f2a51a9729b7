package io.ticketwire.alert;

import java.time.Instant;

import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Json;

/** An alert in words for people: a pure function. */
record Letter(String subject, String text) {

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
