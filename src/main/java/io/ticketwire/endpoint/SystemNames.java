package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import io.ticketwire.platform.Contexts;

/** Names as the machine resolves them. */
@DefaultBean
@ApplicationScoped
public class SystemNames implements NameResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Uni<List<InetAddress>> resolve(String name) {
        Uni<List<InetAddress>> addresses = Uni.createFrom()
                .item(() -> lookUp(name))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(List.of());
        return Contexts.onCallersContext(addresses);
    }

    private static List<InetAddress> lookUp(String name) {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }
}
