package io.ticketwire.scenario;

import java.util.HashMap;
import java.util.Map;

/** As the other scenarios, and what customers write is read. */
public class IntelligenceProfile extends ScenarioProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.merge("ticketwire.roles", "intelligence", (roles, another) -> roles + "," + another);
        return overrides;
    }
}
