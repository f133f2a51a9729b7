package io.ticketwire.platform;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Hides the resources of roles that this process does not play. */
public class ServedByFilter {

    private final Roles roles;

    ServedByFilter(Roles roles) {
        this.roles = roles;
    }

    @ServerRequestFilter
    public Optional<Response> hide(SimpleResourceInfo resource) {
        ServedBy served = resource.getResourceClass().getAnnotation(ServedBy.class);
        if (served == null || roles.has(served.value())) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(Response.Status.NOT_FOUND, "There is nothing at this path")
                .response());
    }
}
