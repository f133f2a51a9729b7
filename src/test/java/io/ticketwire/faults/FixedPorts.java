package io.ticketwire.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that stay the same while who listens comes and goes. They are below those that the system gives to clients: one of
 * them would be taken while its server is down, at times by a client that so connects to itself.
 */
final class FixedPorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    private int last = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - 1_000);

    /** One that is free now. */
    int next() {
        while (true) {
            last++;
            try (ServerSocket socket = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (last > HIGHEST) {
                    throw new IllegalStateException("no port is free", taken);
                }
            }
        }
    }
}
