package io.ticketwire.scenario;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * All roles in one process but the one that makes further events of what customers write, receivers on loopback, and waiting rooms short enough
 * for a test.
 */
public class ScenarioProfile implements QuarkusTestProfile {

    /** Milliseconds. */
    static final long[] TIERS = {200, 500, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000};

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ticketwire.roles", "ingress,api,tracker,fanout,delivery,alerts",
                "ticketwire.delivery.allowed-networks", "127.0.0.0/8",
                "ticketwire.delivery.allow-http", "true",
                "ticketwire.delivery.diversion", "200ms",
                "ticketwire.delivery.circuit.first-probe", "500ms",
                "ticketwire.retry.tiers", "200ms,500ms,1s,1500ms,2s,3s,4s,5s",
                "ticketwire.delivery.recovery-rate", "5");
    }
}
