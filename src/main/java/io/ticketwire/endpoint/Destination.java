package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.util.List;

/** Where requests to a URL go, if they may. */
public sealed interface Destination {

    /**
     * To any of these addresses, all of them checked.
     *
     * @param addresses in the order in which they are to be tried; never empty
     */
    record Allowed(List<InetAddress> addresses) implements Destination {}

    /** Nowhere: the URL, or one of the addresses that its name has now, is against the rules. */
    record Refused(String reason) implements Destination {}

    /** Nobody knows: the name has no address, or could not be looked up. May be different in a second. */
    record Unknown(String reason) implements Destination {}
}
