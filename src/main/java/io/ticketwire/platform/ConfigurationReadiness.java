package io.ticketwire.platform;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the configuration has been read. A database that goes away later does not change that. */
@Readiness
@ApplicationScoped
public class ConfigurationReadiness implements HealthCheck {

    private final ConfigurationStart configuration;

    ConfigurationReadiness(ConfigurationStart configuration) {
        this.configuration = configuration;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("configuration")
                .status(configuration.read())
                .build();
    }
}
