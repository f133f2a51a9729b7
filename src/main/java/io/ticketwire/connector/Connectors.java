package io.ticketwire.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** The connectors of this process's memory: what the request path works from. No more than a second behind the database. */
@ApplicationScoped
public class Connectors {

    private final Map<UUID, Connector> byId = new ConcurrentHashMap<>();

    /** The connector of this id, enabled or not. */
    public Optional<Connector> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The enabled connectors of any of the types. */
    public List<Connector> enabled(Set<String> types) {
        return byId.values().stream()
                .filter(connector -> connector.enabled() && types.contains(connector.type()))
                .toList();
    }
}
