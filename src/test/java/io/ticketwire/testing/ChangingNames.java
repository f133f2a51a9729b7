package io.ticketwire.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;

import io.ticketwire.endpoint.NameResolver;

/** Names that lead where a test says, and elsewhere a moment later. */
public final class ChangingNames implements NameResolver {

    private final Map<String, Uni<List<InetAddress>>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    /** From now on the name has these addresses. */
    public ChangingNames lead(String name, String... addresses) {
        return lead(
                name,
                Uni.createFrom()
                        .item(Stream.of(addresses).map(ChangingNames::address).toList()));
    }

    /** From now on this comes of looking the name up. */
    public ChangingNames lead(String name, Uni<List<InetAddress>> answer) {
        answers.put(name, answer);
        return this;
    }

    /** How often anything was looked up. */
    public int lookUps() {
        return lookUps.get();
    }

    @Override
    public Uni<List<InetAddress>> resolve(String name) {
        lookUps.incrementAndGet();
        return answers.getOrDefault(name, Uni.createFrom().item(List.of()));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException notANumber) {
            throw new IllegalArgumentException(text, notANumber);
        }
    }
}
