package io.ticketwire.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** As {@link ScenarioProfile}, with two administrators and a mail server that the test starts and stops. */
public class MailProfile extends ScenarioProfile {

    /** Of the whole JVM: the profile and the test are loaded apart. */
    private static final String PORT = "mail-port-of-the-tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("quarkus.mailer.mock", "false");
        settings.put("quarkus.mailer.host", "127.0.0.1");
        // Each test has a mail server of its own: a connection to the one before is of no use.
        settings.put("quarkus.mailer.keep-alive", "false");
        settings.put("quarkus.mailer.port", Integer.toString(port()));
        settings.put("ticketwire.alerts.mail-to", "ann@example.com,bob@example.com");
        settings.put("ticketwire.alerts.mail-from", "ticketwire@example.com");
        settings.put("ticketwire.alerts.mail-timeout", "2s");
        settings.put("ticketwire.alerts.max-mails-per-hour", "100");
        return settings;
    }

    /** Where the administrators' mail server is looked for. */
    public static synchronized int port() {
        if (System.getProperty(PORT) == null) {
            try (ServerSocket socket = new ServerSocket(0)) {
                System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Integer.getInteger(PORT);
    }
}
