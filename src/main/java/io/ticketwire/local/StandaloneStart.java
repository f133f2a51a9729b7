package io.ticketwire.local;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.ticketwire.endpoint.UrlRuleSettings;
import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/**
 * What a standalone run does beside the product: before it listens it makes the demo, and when it listens it says what is
 * there. Does nothing where the database is somebody else's, or where a role is missing that the demo needs.
 */
@ApplicationScoped
public class StandaloneStart {

    /** After the copies of the configuration are loaded, see {@link io.ticketwire.platform.ConfigurationStart}. */
    private static final int AFTER_CONFIGURATION = 200;

    private static final Logger LOG = Logger.getLogger("io.ticketwire.local");

    private static final String TICKET =
            "{\"id\":\"1\",\"subject\":\"Login not working\",\"status\":\"open\",\"priority\":\"high\"}";

    private final Demo demo;
    private final UrlRuleSettings rules;
    private final boolean standalone;
    private final int configuredPort;

    StandaloneStart(
            Demo demo,
            UrlRuleSettings rules,
            PlatformSettings settings,
            Roles roles,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int configuredPort) {
        this.demo = demo;
        this.rules = rules;
        this.standalone = settings.local().embeddedDatabase()
                && EnumSet.allOf(Role.class).stream().allMatch(roles::has);
        this.configuredPort = configuredPort;
    }

    void prepare(@Observes @Priority(AFTER_CONFIGURATION) StartupEvent event) {
        if (standalone && configuredPort > 0) {
            demo.makeOnce(configuredPort);
            demo.follow(configuredPort);
        }
    }

    /** The port that was given may have been 0: any free one. */
    void listening(@ObservesAsync HttpServerStart server) {
        if (standalone) {
            int port = server.options().getPort();
            demo.makeOnce(port);
            demo.follow(port);
            LOG.info(String.join("\n", lines("http://localhost:" + port)));
        }
    }

    private List<String> lines(String base) {
        List<String> lines = new ArrayList<>();
        lines.add("Ticketwire is at " + base);
        demo.ticketsPath().ifPresent(path -> lines.add("  tickets go to     " + base + path));
        if (demo.showsDeliveries()) {
            lines.add("  webhooks come to  " + base + Demo.PATH + "  (open it in a browser)");
        }
        demo.ticketsPath()
                .ifPresent(path -> lines.add("  try               curl '" + base + path
                        + "' -H 'Content-Type: application/json' -d '" + TICKET + "'"));
        rules.allowedNetworks()
                .ifPresent(networks -> lines.add("  endpoints may be in " + String.join(", ", networks)
                        + (rules.allowHttp() ? ", with or without TLS" : ", with TLS")));
        return lines;
    }
}
