package io.ticketwire.local.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The last requests of each bin, in memory and bounded: 100 requests per bin, 100 bins, 16 MiB of everything together. What
 * is over goes first where nothing came for longest.
 */
@ApplicationScoped
class Bins {

    static final int MAX_BINS = 100;
    static final int MAX_REQUESTS = 100;
    static final long MAX_BYTES = 16L << 20;

    /** In the order of their last requests. */
    private final Map<String, Deque<ReceivedRequest>> bins = new LinkedHashMap<>();

    private long bytes;
    private long lastNumber;

    /** A number for the next request. */
    synchronized long nextNumber() {
        return ++lastNumber;
    }

    /** Keeps a request; older ones may have to go for it. */
    synchronized void keep(String bin, ReceivedRequest request) {
        Deque<ReceivedRequest> requests = bins.remove(bin);
        requests = requests == null ? new ArrayDeque<>() : requests;
        bins.put(bin, requests);
        requests.addLast(request);
        bytes += request.size();
        if (requests.size() > MAX_REQUESTS) {
            dropFirst(requests);
        }
        if (bins.size() > MAX_BINS) {
            empty(bins.keySet().iterator().next());
        }
        while (bytes > MAX_BYTES) {
            dropOldest();
        }
    }

    /** What a bin holds, newest first. */
    synchronized List<ReceivedRequest> newestFirst(String bin) {
        List<ReceivedRequest> requests = new ArrayList<>(bins.getOrDefault(bin, new ArrayDeque<>()));
        Collections.reverse(requests);
        return requests;
    }

    synchronized void empty(String bin) {
        Deque<ReceivedRequest> gone = bins.remove(bin);
        if (gone != null) {
            bytes -= gone.stream().mapToLong(ReceivedRequest::size).sum();
        }
    }

    private void dropOldest() {
        Deque<ReceivedRequest> requests = bins.values().stream()
                .filter(held -> !held.isEmpty())
                .min(Comparator.comparing(held -> held.getFirst().number()))
                .orElseThrow();
        dropFirst(requests);
    }

    private void dropFirst(Deque<ReceivedRequest> requests) {
        bytes -= requests.removeFirst().size();
    }
}
