package io.ticketwire.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A receiver that does what no HTTP server would: it speaks on the bare socket. */
public final class RawReceiver implements AutoCloseable {

    /** A request has been read; answers, or not. An exception ends the connection. */
    public interface Answer {
        /** @param nth 1 for the first request of this receiver */
        void to(String head, int nth, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Socket> left = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Answer answer;

    public RawReceiver(Answer answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** A whole response, so that the connection may be kept. */
    public static byte[] response(int status, String body) {
        return bytes("HTTP/1.1 %d x\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests. */
    public List<String> requests() {
        return requests;
    }

    /** How many connections were made. */
    public int connections() {
        return connections.size();
    }

    /** How many of them the other side has left: no answer could be written any more, or it closed. */
    public int left() {
        return left.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            for (String head = head(in); head != null; head = head(in)) {
                requests.add(head);
                answer.to(head, requests.size(), socket.getOutputStream());
                socket.getOutputStream().flush();
            }
            left.add(socket);
        } catch (ClosedByUs closed) {
            // as the answer wants
        } catch (IOException gone) {
            left.add(socket);
        }
    }

    /** Reads a request; null if the other side has closed. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                in.readNBytes(Integer.parseInt(line.substring(15).strip()));
            }
        }
        return head.toString();
    }

    /** Thrown by an answer to close the connection there and then. */
    public static IOException hangUp() {
        return new ClosedByUs();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class ClosedByUs extends IOException {}
}
