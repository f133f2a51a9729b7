package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/** Names as the machine resolves them. On threads of its own: names that nobody answers for hold nothing else up. */
@DefaultBean
@ApplicationScoped
public class SystemNames implements NameResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Under way at a time. A look-up blocks its thread for seconds when nobody answers. */
    private static final int MAX_LOOKUPS = 32;

    private static final int MAX_WAITING = 1_000;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MAX_LOOKUPS,
            MAX_LOOKUPS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            SystemNames::thread);

    SystemNames() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Uni<List<InetAddress>> resolve(String name) {
        return Uni.createFrom()
                .item(() -> lookUp(name))
                .runSubscriptionOn(threads)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new TimeoutException("no answer within " + PATIENCE.toSeconds() + " s"));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static List<InetAddress> lookUp(String name) {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "name-lookup");
        thread.setDaemon(true);
        return thread;
    }
}
