package io.ticketwire.platform;

import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/** The roles that this process plays. */
@ApplicationScoped
public class Roles {

    private final Set<Role> active;

    public Roles(PlatformSettings settings) {
        this.active = settings.roles().orElseGet(() -> EnumSet.allOf(Role.class));
    }

    /** Whether this process plays the role. */
    public boolean has(Role role) {
        return active.contains(role);
    }

    @Override
    public String toString() {
        return active.stream().map(Role::word).sorted().toList().toString();
    }
}
