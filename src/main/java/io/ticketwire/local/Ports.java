package io.ticketwire.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import io.ticketwire.platform.launch.LaunchFailure;

/** Ports of the loopback interface, the only one the embedded services listen on. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    /**
     * @param setting the name of the setting to mention
     * @param wanted a port, or 0 for any free one
     * @return a port that was free a moment ago
     * @throws LaunchFailure if the wanted one is taken
     */
    static int free(String setting, int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), wanted));
            return socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure(
                    "%s: can't listen on %s:%d (%s)".formatted(setting, HOST, wanted, e.getMessage()), e);
        }
    }
}
