package io.ticketwire.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Bounds the bodies of the management API, whatever the server as a whole accepts: by their announced length, or, if that
 * is not announced, by counting while they are read.
 */
@ApplicationScoped
public class ManagementBodies {

    private static final String MANAGEMENT = "/api/v1/";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int BEFORE_REST = 100;
    private static final int TOO_LARGE = 413;

    private final ObjectMapper mapper;

    ManagementBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::bound, BEFORE_REST);
    }

    private void bound(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (!context.normalizedPath().startsWith(MANAGEMENT)) {
            context.next();
        } else if (length != null && Long.parseLong(length) > MAX_BYTES) {
            refuse(context);
        } else if (length == null && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            count(context);
        } else {
            context.next();
        }
    }

    private void count(RoutingContext context) {
        Buffer body = Buffer.buffer();
        context.request()
                .handler(chunk -> {
                    if (context.response().ended()) {
                        return;
                    }
                    body.appendBuffer(chunk);
                    if (body.length() > MAX_BYTES) {
                        refuse(context);
                    }
                })
                .endHandler(ignored -> {
                    if (!context.response().ended()) {
                        ((RoutingContextInternal) context).setBody(body);
                        context.next();
                    }
                })
                .resume();
    }

    private void refuse(RoutingContext context) {
        Problem problem = Problem.of(
                Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body may have at most " + MAX_BYTES + " bytes");
        try {
            context.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            context.fail(impossible);
        }
    }
}
