package io.ticketwire.connector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Connectors without a database. */
public final class FewConnectors extends Connectors {

    private final List<Connector> all;

    public FewConnectors(Connector... all) {
        super(null, null);
        this.all = List.of(all);
    }

    @Override
    public Optional<Connector> find(UUID id) {
        return all.stream().filter(connector -> connector.id().equals(id)).findFirst();
    }

    @Override
    public List<Connector> enabled(Set<String> types) {
        return all.stream()
                .filter(connector -> connector.enabled() && types.contains(connector.type()))
                .toList();
    }
}
