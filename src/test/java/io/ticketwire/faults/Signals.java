package io.ticketwire.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Stops processes where they are, and lets them go on. */
final class Signals {

    private Signals() {}

    static void freeze(List<ProcessHandle> processes) throws IOException, InterruptedException {
        send("-STOP", processes);
    }

    static void thaw(List<ProcessHandle> processes) throws IOException, InterruptedException {
        send("-CONT", processes);
    }

    private static void send(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.stream().filter(ProcessHandle::isAlive).forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 2) {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
