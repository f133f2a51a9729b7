package io.ticketwire.platform.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.eclipse.microprofile.config.Config;

/** The port that Quarkus is going to listen on. */
final class HttpPort {

    private static final String PORT = "quarkus.http.port";

    private HttpPort() {}

    /**
     * Binds the port for a moment, so that a second process on the same port ends before it starts anything.
     *
     * @throws LaunchFailure if it can't be bound
     */
    static void check(Config config) {
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        int port = config.getOptionalValue(PORT, Integer.class).orElse(8080);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure(
                    "can't listen on %s:%d (%s): choose another port with QUARKUS_HTTP_PORT, or stop what uses it"
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }
}
