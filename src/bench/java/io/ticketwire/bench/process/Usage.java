package io.ticketwire.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has used, from {@code /proc}; zero where there is none.
 *
 * @param cpuSeconds user and system time since its start
 * @param rssBytes memory that it holds now; of several processes the pages that they share count once
 */
public record Usage(double cpuSeconds, long rssBytes) {

    /** {@code USER_HZ}, which is 100 on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final int IDLE_TIME = 4;
    private static final int IO_WAIT_TIME = 5;
    private static final int GUEST_TIME = 9;

    /** Of one process. */
    public static Usage of(long pid) {
        return new Usage(cpu(pid, USER_TIME + 1), memory(pid, "status", "VmRSS:"));
    }

    /** CPU time of everything that runs on this machine, and what the machine below it took away. */
    public static Usage ofMachine() {
        String[] fields = firstLine(Path.of("/proc/stat")).split("\\s+");
        long ticks = 0;
        for (int field = 1; field < Math.min(fields.length, GUEST_TIME); field++) {
            ticks += field == IDLE_TIME || field == IO_WAIT_TIME ? 0 : Long.parseLong(fields[field]);
        }
        return new Usage(ticks / TICKS, 0);
    }

    /** Of a process and its children, those that have ended included. */
    public static Usage ofTree(long pid) {
        List<Long> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
        double cpu = cpu(pid, CHILDREN_SYSTEM_TIME);
        long memory = memory(pid, "smaps_rollup", "Pss:");
        for (long child : children) {
            cpu += cpu(child, USER_TIME + 1);
            memory += memory(child, "smaps_rollup", "Pss:");
        }
        return new Usage(cpu, memory);
    }

    /** What was used since an earlier look; the memory is that of now. */
    public Usage since(Usage earlier) {
        return new Usage(cpuSeconds - earlier.cpuSeconds, rssBytes);
    }

    /** The fields of {@code /proc/<pid>/stat} from the user time to this one, after the name, which may hold blanks. */
    private static double cpu(long pid, int last) {
        String stat = firstLine(file(pid, "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = USER_TIME; field <= last; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS;
    }

    private static long memory(long pid, String file, String name) {
        return read(file(pid, file))
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static Path file(long pid, String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }

    private static String firstLine(Path file) {
        return read(file).lines().findFirst().orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException endedOrNotOurs) {
            return "";
        }
    }
}
