package io.ticketwire.ingress;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.ticketwire.platform.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The one place that turns an outcome into an answer. */
@ApplicationScoped
public class Answers {

    private static final String EVENT_IDS = "X-Ticketwire-Event-Id";

    /** A header of a thousand ids would be refused by many a client. */
    private static final int MAX_IDS = 100;

    private final long retryAfterSeconds;

    Answers(IngressSettings settings) {
        this.retryAfterSeconds = Math.max(1, settings.retryAfter().toSeconds());
    }

    Response of(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused(refused);
        }
        Response.ResponseBuilder answer = answer(((Outcome.Taken) outcome).reply());
        return outcome instanceof Outcome.Accepted accepted
                ? answer.header(EVENT_IDS, ids(accepted.eventIds())).build()
                : answer.build();
    }

    private static String ids(List<UUID> eventIds) {
        return eventIds.stream().limit(MAX_IDS).map(Object::toString).collect(Collectors.joining(","));
    }

    private static Response.ResponseBuilder answer(Reply reply) {
        Response.ResponseBuilder answer = Response.status(reply.status());
        return reply.mediaType() == null
                ? answer
                : answer.entity(reply.text().getBytes(UTF_8)).type(reply.mediaType());
    }

    private Response refused(Outcome.Refused refused) {
        Response.Status status = Response.Status.fromStatusCode(refused.status());
        Response response = Problem.of(status, refused.detail()).response();
        if (status == Response.Status.SERVICE_UNAVAILABLE) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        if (status == Response.Status.METHOD_NOT_ALLOWED) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, HttpMethod.POST);
        }
        return response;
    }
}
