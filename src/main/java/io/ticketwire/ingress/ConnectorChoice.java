package io.ticketwire.ingress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.Connectors;

/** Which connector a request is for. */
sealed interface ConnectorChoice {

    record Chosen(Connector connector) implements ConnectorChoice {}

    record None(Outcome.Refused why) implements ConnectorChoice {}

    /**
     * Chooses by the id in the request, or without one the only enabled connector of the route's types.
     *
     * @param types the types that the route serves
     * @param id as in the request; null if it has none
     */
    static ConnectorChoice of(Connectors connectors, Set<String> types, String id) {
        if (id == null || id.isEmpty()) {
            return only(connectors.enabled(types));
        }
        return parse(id)
                .flatMap(connectors::find)
                .filter(connector -> types.contains(connector.type()))
                .map(ConnectorChoice::ifEnabled)
                .orElseGet(() -> unknown("This route has no such connector"));
    }

    private static ConnectorChoice only(List<Connector> enabled) {
        return switch (enabled.size()) {
            case 1 -> new Chosen(enabled.get(0));
            case 0 -> unknown("No connector is set up for this route");
            default -> unknown("Several connectors are set up for this route: name one with ?connectorId=");
        };
    }

    private static ConnectorChoice ifEnabled(Connector connector) {
        return connector.enabled()
                ? new Chosen(connector)
                : new None(new Outcome.Refused(Outcome.Refusal.DISABLED_CONNECTOR, "The connector is disabled"));
    }

    private static ConnectorChoice unknown(String detail) {
        return new None(new Outcome.Refused(Outcome.Refusal.UNKNOWN_CONNECTOR, detail));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
