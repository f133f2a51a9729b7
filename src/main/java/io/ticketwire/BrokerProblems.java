package io.ticketwire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.ticketwire.event.BrokerUnavailableException;
import io.ticketwire.platform.Problem;

/** What a caller of the API hears when the broker is away. */
public class BrokerProblems {

    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response unavailable(BrokerUnavailableException e) {
        Problem problem = Problem.of(Response.Status.SERVICE_UNAVAILABLE, "The broker can't be reached; try again");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
