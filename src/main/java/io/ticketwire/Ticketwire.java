package io.ticketwire;

import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;

import io.ticketwire.intelligence.train.Commands;
import io.ticketwire.platform.launch.EmbeddedServices;
import io.ticketwire.platform.launch.Launch;
import io.ticketwire.platform.launch.LaunchFailure;

/**
 * The process: a command of the command line, or else embedded services up, Quarkus up; Quarkus down, embedded services down.
 * In this order also on SIGTERM and Ctrl-C. What keeps it from starting is told in one line on stderr, with exit code 1.
 *
 * <pre>
 *   main thread     Launch.prepare ── Quarkus.run ............ returns ── Launch.close ── exit
 *   Quarkus' hook                        SIGTERM ── stops it ──┘                     |
 *   our hook                             SIGTERM ── waits ───────────────────────────┘
 * </pre>
 */
@QuarkusMain
public class Ticketwire {

    private static final long CLOSE_SECONDS = 60;

    /**
     * Mutiny's own switch: nothing of ours needs a thread's context in its callbacks, and capturing it for each of them took
     * a twelfth of the event loops' time. A native image has it from {@code application.properties}, the tests from the POM.
     */
    private static final String WITHOUT_DECORATORS = "mutiny.disableCallBackDecorators";

    public static void main(String... args) {
        OptionalInt done = Commands.run(args, System.out, System.err);
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        serve(args);
    }

    private static void serve(String... args) {
        System.getProperties().putIfAbsent(WITHOUT_DECORATORS, "true");
        // Quarkus' own exit handler ends the process inside of run(), before the embedded services are closed: it comes
        // last.
        var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        AtomicInteger exitCode = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = holdExitUntil(closed);
        try {
            var config = ConfigUtils.configBuilder().build();
            var embedded =
                    ServiceLoader.load(EmbeddedServices.class).findFirst().orElse(null);
            try (Launch launch = Launch.prepare(config, embedded)) {
                ApplicationLifecycleManager.setDefaultExitCodeHandler((code, cause) -> exitCode.set(code));
                Quarkus.run(args);
            }
        } catch (LaunchFailure e) {
            if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
                throw e;
            }
            System.err.println("Ticketwire can't start: " + e.getMessage());
            exitCode.set(1);
        } finally {
            ApplicationLifecycleManager.setDefaultExitCodeHandler(exit);
            closed.countDown();
            release(hook);
        }
        exit.accept(exitCode.get(), null);
    }

    /** The JVM ends when its hooks have run; Quarkus' hook returns when the application is down, too early for what comes after. */
    private static Thread holdExitUntil(CountDownLatch closed) {
        Thread hook = new Thread(
                () -> {
                    try {
                        closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "ticketwire-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void release(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is on its way out: the hook ends by itself
        }
    }
}
