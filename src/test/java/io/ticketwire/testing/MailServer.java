package io.ticketwire.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An SMTP server (RFC 5321, as much of it as a sender needs) that remembers what it took, and refuses what a test says. */
public final class MailServer implements Closeable {

    /** What it took: envelope, and the lines of the message, headers first. */
    public record Taken(String from, List<String> to, List<String> lines) {

        /** The header's value, folded lines joined; null if there is none. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            String head = String.join("\n", lines.subList(0, lines.indexOf("")));
            return head.replaceAll("\n[ \t]+", " ")
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).trim())
                    .findFirst()
                    .orElse(null);
        }

        /** All after the headers. */
        public String text() {
            return String.join("\n", lines.subList(lines.indexOf("") + 1, lines.size()));
        }
    }

    /** In place of an answer: says nothing more. */
    public static final String SILENCE = "";

    private static final String OK = "250 OK";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile Function<String, String> answer = command -> null;

    public MailServer(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** What to answer to a command from now on; null: what is usual. */
    public MailServer answering(Function<String, String> answers) {
        answer = answers;
        return this;
    }

    public List<Taken> taken() {
        return taken;
    }

    /** All commands of all clients. */
    public List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 mail.example.com ESMTP");
            String from = null;
            List<String> to = new ArrayList<>();
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                commands.add(command);
                String verb = command.split("[ :]")[0].toUpperCase(Locale.ROOT);
                String unusual = answer.apply(command);
                if (unusual != null) {
                    say(out, unusual);
                    continue;
                }
                switch (verb) {
                    case "MAIL" -> {
                        from = address(command);
                        to = new ArrayList<>();
                        say(out, OK);
                    }
                    case "RCPT" -> {
                        to.add(address(command));
                        say(out, OK);
                    }
                    case "DATA" -> {
                        say(out, "354 go ahead");
                        taken.add(new Taken(from, to, message(in)));
                        say(out, OK);
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, OK);
                }
            }
        } catch (IOException gone) {
            // The client's affair.
        }
    }

    private static List<String> message(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line.startsWith(".") ? line.substring(1) : line);
        }
        return lines;
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static void say(OutputStream out, String line) throws IOException {
        if (!line.equals(SILENCE)) {
            out.write((line + "\r\n").getBytes(UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : List.copyOf(open)) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
