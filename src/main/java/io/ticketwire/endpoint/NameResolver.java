package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.util.List;

import io.smallrye.mutiny.Uni;

/** Where names are looked up; a test puts its own in. */
public interface NameResolver {

    /**
     * All addresses of a name; empty if it has none. Never blocks the caller, answers on whatever thread, and fails if there
     * is no answer after some seconds.
     */
    Uni<List<InetAddress>> resolve(String name);
}
