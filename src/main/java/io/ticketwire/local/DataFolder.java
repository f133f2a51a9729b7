package io.ticketwire.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

import io.ticketwire.platform.launch.LaunchFailure;

/** The folder that holds the data, owned by one process at a time. The lock goes with the process, however that ends. */
final class DataFolder implements AutoCloseable {

    private static final long SAME_PROCESS_MILLIS = 30_000;
    private static final long PAUSE_MILLIS = 50;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if it is new and takes its lock.
     *
     * @throws LaunchFailure if it can't be written, or another process has it
     */
    static DataFolder open(Path path) {
        FileChannel lockFile = null;
        try {
            Files.createDirectories(path);
            Path real = path.toRealPath();
            lockFile = FileChannel.open(
                    real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                throw new LaunchFailure("the data folder %s is in use by another process (%s): stop that one or choose"
                                .formatted(path, owner(lockFile))
                        + " another folder with TICKETWIRE_LOCAL_DATA_DIR");
            }
            lockFile.truncate(0)
                    .write(
                            ByteBuffer.wrap(
                                    Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                            0);
            return new DataFolder(real, lockFile);
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new LaunchFailure(
                    "can't write to the data folder %s (%s): choose another one with TICKETWIRE_LOCAL_DATA_DIR"
                            .formatted(path, reason(e)),
                    e);
        } catch (LaunchFailure e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Its real path, without symbolic links: processes are recognised by it. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Waits for a holder in this same process: at a live reload the last run may still be closing. */
    private static FileLock lock(FileChannel lockFile) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SAME_PROCESS_MILLIS);
        while (true) {
            try {
                return lockFile.tryLock();
            } catch (OverlappingFileLockException e) {
                if (System.nanoTime() > deadline) {
                    return null;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private static String owner(FileChannel lockFile) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        lockFile.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException fileSystem && fileSystem.getReason() == null) {
            return e.getClass()
                    .getSimpleName()
                    .replaceAll("([a-z])([A-Z])", "$1 $2")
                    .replace(" Exception", "")
                    .toLowerCase();
        }
        return e.getMessage();
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // the lock is gone with the file handle either way
            }
        }
    }
}
