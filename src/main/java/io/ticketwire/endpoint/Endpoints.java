package io.ticketwire.endpoint;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** The endpoints of this process's memory: what fan-out and delivery work from. No more than a second behind the database. */
@ApplicationScoped
public class Endpoints {

    private final Map<UUID, Endpoint> byId = new ConcurrentHashMap<>();

    /** The endpoint of this id, enabled or not. */
    public Optional<Endpoint> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All endpoints, disabled ones too. */
    public Collection<Endpoint> all() {
        return byId.values();
    }
}
