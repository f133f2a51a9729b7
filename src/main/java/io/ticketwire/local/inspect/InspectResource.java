package io.ticketwire.local.inspect;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.platform.ProblemException;

/**
 * Takes any request and shows it. Without a token, so it is there in the standalone run and in dev mode only; elsewhere its
 * routes don't exist.
 */
@Path("/inspect/{bin: [A-Za-z0-9._-]{1,64}}")
public class InspectResource {

    /** What a bin holds, newest first. */
    public record Listing(List<Inspection> items) {}

    /** What a sender hears. */
    public record Received(boolean ok) {}

    private static final int OK = 200;
    private static final int MAX_RETRY_AFTER = 86_400;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Bins bins;
    private final Endpoints endpoints;
    private final boolean open;

    InspectResource(Bins bins, Endpoints endpoints, PlatformSettings settings) {
        this.bins = bins;
        this.endpoints = endpoints;
        this.open = settings.local().embeddedDatabase() || LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> post(
            @PathParam("bin") String bin,
            @QueryParam("status") Integer status,
            @QueryParam("retry_after") Integer retryAfter,
            @Context HttpServerRequest request) {
        requireOpen();
        Response answer = answer(status == null ? OK : status, retryAfter);
        return InspectedBody.of(request)
                .invoke(body -> bins.keep(bin, received(request, body)))
                .replaceWith(answer);
    }

    @PUT
    @Operation(hidden = true)
    public Uni<Response> put(
            @PathParam("bin") String bin,
            @QueryParam("status") Integer status,
            @QueryParam("retry_after") Integer retryAfter,
            @Context HttpServerRequest request) {
        return post(bin, status, retryAfter, request);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Listing list(@PathParam("bin") String bin) {
        requireOpen();
        return new Listing(bins.newestFirst(bin).stream().map(Inspection::of).toList());
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("bin") String bin) {
        requireOpen();
        String nonce = nonce();
        TemplateInstance page = InspectorPage.of(bin, bins.newestFirst(bin), nonce);
        return page.createUni().map(html -> Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; style-src 'nonce-%1$s'; script-src 'nonce-%1$s'"
                                .formatted(nonce))
                .build());
    }

    @DELETE
    @Operation(hidden = true)
    public void empty(@PathParam("bin") String bin) {
        requireOpen();
        bins.empty(bin);
    }

    private void requireOpen() {
        if (!open) {
            throw new ProblemException(Response.Status.NOT_FOUND, "There is nothing at this path");
        }
    }

    private static Response answer(int status, Integer retryAfter) {
        if (status < OK || status > 599) {
            throw ProblemException.field("status", "must be from 200 to 599");
        }
        if (retryAfter != null && (retryAfter < 0 || retryAfter > MAX_RETRY_AFTER)) {
            throw ProblemException.field("retry_after", "must be from 0 to " + MAX_RETRY_AFTER);
        }
        boolean ok = status < 300;
        Response.ResponseBuilder answer = Response.status(status);
        if (status != 204 && status != 205 && status != 304) {
            answer.entity(new Received(ok)).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return retryAfter == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, retryAfter).build();
    }

    private ReceivedRequest received(HttpServerRequest request, byte[] body) {
        Instant now = Instant.now();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers()
                .forEach((name, value) -> headers.merge(name, value, (first, second) -> first + ", " + second));
        return new ReceivedRequest(
                bins.nextNumber(),
                now,
                request.method().name(),
                request.uri(),
                Collections.unmodifiableMap(headers),
                body,
                SignatureCheck.of(headers, body, secrets(request.path(), now), now));
    }

    /** Of all endpoints that lead to this path, whatever host they name. */
    private List<String> secrets(String path, Instant now) {
        return endpoints.all().stream()
                .filter(endpoint -> path.equals(endpoint.url().getPath()))
                .flatMap(endpoint -> secrets(endpoint, now))
                .toList();
    }

    private static Stream<String> secrets(Endpoint endpoint, Instant now) {
        return Stream.of(endpoint.secret(), endpoint.overlappingSecret(now)).filter(secret -> secret != null);
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
