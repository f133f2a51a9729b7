package io.ticketwire.security.idempotency;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import io.ticketwire.event.Json;
import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.Problem;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Sha256;
import io.ticketwire.security.SecretBox;

/**
 * Runs what creates or sends something once per {@code Idempotency-Key}.
 *
 * <pre>
 *   claim (its own transaction)
 *     taken    -> work and answer, in ONE transaction -> answer          (once)
 *              -> work -> answer, in a transaction of its own -> answer  (onceSent)
 *                   failed: nothing was created, the claim is given back
 *     answered -> same request: the remembered answer; another: 409
 *     under way -> 409 with Retry-After
 * </pre>
 *
 * <p>A process that dies between claim and commit has created nothing, and its claim may be taken over after a minute. One
 * that is merely slow finds its claim gone when it wants to commit the answer, and rolls back: whatever happens, at most
 * one request commits. A request that failed does not occupy the key.
 *
 * <p>What the work hands to the broker is not undone if the answer can't be remembered: it may then be sent twice, as anything
 * may be that goes over the broker.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_KEY = 255;

    /**
     * What is remembered of an answer beside its status.
     *
     * @param body null if it has none
     */
    record Remembered(String location, String body) {}

    private final Claims claims;
    private final SecretBox box;
    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;
    private final CurrentIdentityAssociation identity;

    Idempotency(
            Claims claims,
            SecretBox box,
            ObjectMapper mapper,
            CurrentVertxRequest request,
            CurrentIdentityAssociation identity) {
        this.claims = claims;
        this.box = box;
        this.mapper = mapper;
        this.request = request;
        this.identity = identity;
    }

    /**
     * The answer to a request that creates or sends something.
     *
     * @param body the request, as it was read; null if it has none
     * @param work does it and says so; runs in a transaction, and only if nobody did it before
     */
    public Uni<Response> once(Object body, Supplier<Uni<Response>> work) {
        return once(body, () -> Uni.createFrom().voidItem(), ignored -> work.get());
    }

    /**
     * The same for work that has to find something out first, with connections of its own.
     *
     * @param before runs outside the transaction, and only if nobody did the work before
     */
    public <T> Uni<Response> once(Object body, Supplier<Uni<T>> before, Function<T, Uni<Response>> work) {
        return keyed(
                body,
                () -> before.get().chain(found -> Panache.withTransaction(() -> work.apply(found))),
                (owner, taken) -> Uni.createFrom()
                        .deferred(before::get)
                        .chain(found -> Panache.withTransaction(
                                () -> work.apply(found).chain(response -> remember(owner, taken, response)))));
    }

    /**
     * The same for work that sends something and keeps nothing in the session. It holds no connection while it waits for the
     * broker, nor while it takes one itself: else as many requests as the pool has connections wait for each other.
     *
     * @param body the request, as it was read; null if it has none
     * @param work runs outside any transaction
     */
    public Uni<Response> onceSent(Object body, Supplier<Uni<Response>> work) {
        return keyed(body, work, (owner, taken) -> Uni.createFrom()
                .deferred(work::get)
                .chain(response -> Panache.withTransaction(() -> remember(owner, taken, response))));
    }

    private Uni<Response> keyed(
            Object body,
            Supplier<Uni<Response>> withoutKey,
            BiFunction<Claims.Key, Claims.Taken, Uni<Response>> remembered) {
        RoutingContext http = request.getCurrent();
        String key = http.request().getHeader(HEADER);
        if (key == null) {
            return withoutKey.get();
        }
        new FieldChecks()
                .require(!key.isBlank() && key.length() <= MAX_KEY, HEADER, "must have 1 to " + MAX_KEY + " characters")
                .done();
        byte[] hash = Sha256.of(http.request().method() + " " + http.normalizedPath() + "\n" + json(body));
        return identity.getDeferredIdentity()
                .map(caller -> new Claims.Key(caller.getPrincipal().getName(), key))
                .chain(owner -> claims.take(owner, hash).chain(claim -> answer(owner, claim, remembered)));
    }

    private Uni<Response> answer(
            Claims.Key owner, Claims.Outcome outcome, BiFunction<Claims.Key, Claims.Taken, Uni<Response>> remembered) {
        if (outcome instanceof Claims.Taken taken) {
            return remembered.apply(owner, taken).onFailure().call(() -> claims.giveBack(owner, taken));
        }
        if (outcome instanceof Claims.Answered answered) {
            return Uni.createFrom().item(() -> recall(owner, answered));
        }
        String detail = outcome instanceof Claims.UnderWay
                ? "A request with this " + HEADER + " is still under way"
                : "This " + HEADER + " was used for another request";
        Response conflict = Problem.of(Response.Status.CONFLICT, detail).response();
        return Uni.createFrom()
                .item(
                        outcome instanceof Claims.UnderWay
                                ? Response.fromResponse(conflict)
                                        .header(HttpHeaders.RETRY_AFTER, 1)
                                        .build()
                                : conflict);
    }

    private Uni<Response> remember(Claims.Key owner, Claims.Taken taken, Response response) {
        URI location = response.getLocation();
        Remembered remembered = new Remembered(location == null ? null : location.toString(), entity(response));
        byte[] sealed = box.seal(Json.bytes(remembered), owner.context());
        return claims.answer(owner, taken, response.getStatus(), sealed).map(stillOurs -> {
            if (!stillOurs) {
                throw new ProblemException(
                        Response.Status.CONFLICT, "Another request with this " + HEADER + " was faster");
            }
            return respond(response.getStatus(), remembered);
        });
    }

    private Response recall(Claims.Key owner, Claims.Answered answered) {
        byte[] opened = box.open(answered.sealed(), owner.context());
        return respond(answered.status(), Json.read(new String(opened, StandardCharsets.UTF_8), Remembered.class));
    }

    private static Response respond(int status, Remembered remembered) {
        Response.ResponseBuilder response = Response.status(status);
        if (remembered.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(remembered.body());
        }
        if (remembered.location() != null) {
            response.location(URI.create(remembered.location()));
        }
        return response.build();
    }

    private String entity(Response response) {
        return response.hasEntity() ? json(response.getEntity()) : null;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
