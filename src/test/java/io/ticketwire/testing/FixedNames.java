package io.ticketwire.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.ticketwire.endpoint.NameResolver;

/** Names under example.com are known without a network: {@code inside.example.com} leads to a private address too. */
@ApplicationScoped
public class FixedNames implements NameResolver {

    @Override
    public Uni<List<InetAddress>> resolve(String name) {
        return Uni.createFrom().item(() -> {
            try {
                return switch (name) {
                    case "localhost" -> List.of(InetAddress.getByName("127.0.0.1"));
                    case "nowhere.example.com" -> List.of();
                    case "inside.example.com" ->
                        List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.1.2.3"));
                    default -> List.of(InetAddress.getByName("93.184.216.34"));
                };
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}
