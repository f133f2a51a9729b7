package io.ticketwire.ingress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * The temporary files of large bodies, in a folder of this process that is made with the first of them. Bounded in bytes.
 * Nothing in it is of any use after the answer: what a process that was killed has left is deleted by the next one.
 */
@ApplicationScoped
public class Spool {

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String PREFIX = "ticketwire-spool-";
    private static final Pattern NUMBERED = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

    private final Vertx vertx;
    private final Path parent;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private Path folder;

    Spool(Vertx vertx, IngressSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.parent = settings.spoolDir().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        this.maxBytes = settings.maxSpoolBytes().asLongValue();
        Gauge.builder("ticketwire.ingress.spool.bytes", bytes, AtomicLong::get)
                .description("Bytes of large mails on disk between their arrival and the answer")
                .register(metrics);
    }

    /** Whether there is room for so many bytes more; they have to be given back. */
    boolean take(long count) {
        if (bytes.addAndGet(count) <= maxBytes) {
            return true;
        }
        bytes.addAndGet(-count);
        return false;
    }

    void giveBack(long count) {
        bytes.addAndGet(-count);
    }

    /** A file that does not exist yet. */
    synchronized Path newFile() {
        if (folder == null) {
            try {
                Files.createDirectories(parent);
                deleteLeftovers();
                folder = Files.createTempDirectory(
                        parent, PREFIX + ProcessHandle.current().pid() + "-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** Of processes that are gone. One that has our own number was before us: we have no folder yet. */
    private void deleteLeftovers() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path left : folders) {
                if (isLeftover(left.getFileName().toString())) {
                    delete(left);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warnf("What is left of earlier processes in %s can't be deleted: %s", parent, e);
        }
    }

    private static boolean isLeftover(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) {
            return false;
        }
        long process = Long.parseLong(numbered.group(1));
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }

    /** Deletes a file or a folder, if it is there. */
    void delete(Path file) {
        vertx.fileSystem()
                .deleteRecursive(file.toString(), true)
                .onFailure(failure -> LOG.debugf("A temporary file was not deleted: %s", failure));
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (folder != null) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
