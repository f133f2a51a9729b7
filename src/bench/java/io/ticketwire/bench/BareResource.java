package io.ticketwire.bench;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/**
 * What the ingress is compared with: a route of the same server that reads the same body the same way, asynchronously from
 * the request, and answers 200. Only in the package that is benchmarked.
 */
@Path("/bench")
public class BareResource {

    @POST
    @Path("bare")
    public Uni<Response> bare(@Context HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            request.body().onComplete(body -> {
                if (body.succeeded() && body.result().getBytes().length > 0) {
                    emitter.complete(Response.ok().build());
                } else {
                    emitter.complete(Response.status(400).build());
                }
            });
            request.resume();
        });
    }
}
