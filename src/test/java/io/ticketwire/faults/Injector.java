package io.ticketwire.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.awaitility.Awaitility;

import io.ticketwire.faults.FaultKind.Track;
import io.ticketwire.faults.Plan.Fault;

/** Lets go wrong what the plan says, a thread per track. After the end everything is as it should be. */
final class Injector implements AutoCloseable {

    private static final Duration RECOVERY = Duration.ofMinutes(6);

    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final Plan plan;
    private final SupervisedGateway gateway;
    private final ServerProcess broker;
    private final ServerProcess database;
    private final Disk disk;
    private final FlappingReceiver receiver;
    private final Queue<Injected> injected = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> tracks = new ArrayList<>();

    Injector(Plan plan, Stage stage) {
        this.plan = plan;
        this.gateway = stage.gateway;
        this.broker = stage.broker;
        this.database = stage.database;
        this.disk = new Disk(broker, database);
        this.receiver = stage.flapping;
    }

    void start() {
        Instant start = Instant.now();
        for (Track track : Track.values()) {
            tracks.add(threads.submit(() -> {
                run(track, start);
                return null;
            }));
        }
    }

    private void run(Track track, Instant start) throws Exception {
        for (Fault fault : plan.on(track).toList()) {
            if (last(fault.pause()) || Instant.now().isAfter(start.plus(plan.calm()))) {
                return;
            }
            Instant begin = Instant.now();
            inject(fault);
            injected.add(new Injected(fault.kind(), begin, Instant.now()));
        }
    }

    /** Waits; gives whether the run has ended meanwhile. */
    private boolean last(Duration length) throws InterruptedException {
        return ended.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void inject(Fault fault) throws Exception {
        switch (fault.kind().track) {
            case GATEWAY -> strikeGateway(fault);
            case BROKER -> strikeServer(broker, fault);
            case DATABASE -> strikeServer(database, fault);
            case DISK -> slowDisk(fault);
            case RECEIVER -> strikeReceiver(fault);
        }
    }

    private void strikeGateway(Fault fault) throws Exception {
        if (fault.kind() == FaultKind.GATEWAY_KILL) {
            gateway.kill();
        } else {
            gateway.freeze();
            try {
                last(fault.length());
            } finally {
                gateway.thaw();
            }
        }
        gateway.awaitReady();
    }

    private void strikeServer(ServerProcess server, Fault fault) throws Exception {
        switch (fault.kind()) {
            case BROKER_FREEZE, DATABASE_FREEZE -> {
                server.freeze();
                try {
                    last(fault.length());
                } finally {
                    server.thaw();
                }
                return;
            }
            case BROKER_RESTART, DATABASE_RESTART -> server.stop();
            default -> server.kill();
        }
        last(fault.length());
        server.launch().awaitStart();
    }

    private void slowDisk(Fault fault) throws InterruptedException {
        disk.slow();
        last(fault.length());
        Awaitility.await("the disk is fast again")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(500))
                .until(disk::fast);
    }

    private void strikeReceiver(Fault fault) throws InterruptedException {
        switch (fault.kind()) {
            case RECEIVER_ERRORS -> receiver.answer(500);
            case RECEIVER_REFUSES -> receiver.refuse();
            default -> receiver.hang();
        }
        last(fault.length());
        switch (fault.kind()) {
            case RECEIVER_ERRORS -> receiver.answer(200);
            case RECEIVER_REFUSES -> receiver.listen();
            default -> receiver.wake();
        }
    }

    /** Begins nothing more; returns when everything is as it should be. */
    void stop() throws InterruptedException, ExecutionException, TimeoutException {
        ended.countDown();
        for (Future<?> track : tracks) {
            track.get(RECOVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** What went wrong, in the order of its end. */
    List<Injected> injected() {
        return List.copyOf(injected);
    }

    /** Also after a failure nobody is left frozen. */
    @Override
    public void close() throws InterruptedException {
        ended.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(GIVE_UP.toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
