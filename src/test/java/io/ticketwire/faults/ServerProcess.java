package io.ticketwire.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.postgresql.Driver;

import io.ticketwire.platform.launch.EmbeddedServices.Kind;

/** The broker or the database: always on the same port and the same data, whatever happens to its processes. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);

    private final Kind kind;
    private final Path folder;
    private final Path binaries;
    private final int port;
    private final Properties reachable = new Properties();
    private Process process;

    /** @param folder where its data and its log are; made if need be */
    ServerProcess(Kind kind, Path folder, Path binaries, int port) {
        this.kind = kind;
        this.folder = folder.toAbsolutePath();
        this.binaries = binaries.toAbsolutePath();
        this.port = port;
    }

    /** Starts it, not waiting for anything. */
    synchronized ServerProcess launch() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(reachableFile());
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LocalServer.class.getName(),
                            kind.name(),
                            folder.resolve("data").toString(),
                            binaries.toString(),
                            Integer.toString(port),
                            reachableFile().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.log").toFile()))
                    .start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    synchronized ServerProcess awaitStart() {
        Awaitility.await(kind + " in " + folder)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> !process.isAlive())
                .until(() -> Files.exists(reachableFile()));
        try (InputStream in = Files.newInputStream(reachableFile())) {
            reachable.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Stops it in good order. */
    synchronized void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(kind + " does not stop");
        }
    }

    /** {@code kill -9} of the server; what it leaves behind is waited for, as a start anew would have to. */
    synchronized void kill() throws InterruptedException, IOException {
        List<ProcessHandle> tree = tree();
        process.destroyForcibly().waitFor();
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(START).until(() -> tree.stream().noneMatch(ServerProcess::runs));
    }

    /** Lets the server stand still. */
    synchronized void freeze() throws IOException, InterruptedException {
        Signals.freeze(tree());
    }

    /** Lets it go on. */
    synchronized void thaw() throws IOException, InterruptedException {
        Signals.thaw(tree());
    }

    /** Where it is since it was started first, by {@code kafka}, {@code jdbc}, {@code reactive}, {@code username}, {@code password}. */
    String reachable(String what) {
        return reachable.getProperty(what);
    }

    boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** A connection to the database; fails within seconds if it is away. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", reachable("username"));
        properties.setProperty("password", reachable("password"));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "5");
        return new Driver().connect(reachable("jdbc"), properties);
    }

    /** One that has ended and whose parent has not asked yet counts as alive, but has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private List<ProcessHandle> tree() throws IOException {
        List<ProcessHandle> tree = new ArrayList<>();
        tree.add(process.toHandle());
        postmaster().ifPresent(postmaster -> {
            tree.add(postmaster);
            postmaster.descendants().forEach(tree::add);
        });
        return tree;
    }

    /** Postgres has a session of its own and is nobody's child; its file says which process it is. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = folder.resolve("data/postgres/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                .filter(process -> process.info()
                        .command()
                        .filter(name -> name.endsWith("postgres"))
                        .isPresent());
    }

    private Path reachableFile() {
        return folder.resolve("reachable.properties");
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
