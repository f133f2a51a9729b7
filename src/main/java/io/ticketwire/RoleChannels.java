package io.ticketwire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

import io.ticketwire.platform.Role;

/** Closes the Kafka channels of roles that a process does not play, so that it joins no group for them and reads nothing. */
public final class RoleChannels implements ConfigSourceFactory {

    private static final Map<Role, List<String>> CHANNELS = Map.of(
            Role.TRACKER, List.of("inbound", "inbound-dead"),
            Role.FANOUT, List.of("events"),
            Role.DELIVERY, List.of("deliveries", "attempts"),
            Role.ALERTS, List.of("operations"),
            Role.INTELLIGENCE, List.of("tickets", "insights"));

    /** Above application.properties, below what an operator sets. */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue roles = context.getValue("ticketwire.roles");
        if (roles == null || roles.getValue() == null || roles.getValue().isBlank()) {
            return List.of();
        }
        Set<String> active = Arrays.stream(roles.getValue().split(","))
                .map(role -> role.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Map<String, String> closed = new HashMap<>();
        CHANNELS.forEach((role, channels) -> {
            if (!active.contains(role.word())) {
                channels.forEach(channel -> closed.put("mp.messaging.incoming." + channel + ".enabled", "false"));
            }
        });
        return List.of(new PropertiesConfigSource(closed, "Ticketwire roles", ORDINAL));
    }
}
