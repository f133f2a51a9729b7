package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Stands for the host of Amazon SNS: gives certificates away and lets itself be called to confirm subscriptions. */
public final class CertificateServer implements AutoCloseable {

    /** The path of the certificate that the vectors of SNS are signed with. */
    public static final String PUBLISHED = "/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem";

    private final HttpServer server;
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public CertificateServer() {
        try {
            documents.put("/", new byte[0]);
            documents.put(PUBLISHED, Files.readAllBytes(Path.of("src/test/resources/vectors/sns-certificate.pem")));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        byte[] document = documents.get(exchange.getRequestURI().getPath());
        boolean found = document != null;
        exchange.sendResponseHeaders(found ? 200 : 404, found && document.length > 0 ? document.length : -1);
        if (found && document.length > 0) {
            exchange.getResponseBody().write(document);
        }
        exchange.close();
    }

    /** Gives a document away. */
    public void serve(String path, String document) {
        documents.put(path, document.getBytes(UTF_8));
    }

    /** What was asked for, with its query. */
    public List<String> requests() {
        return requests;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
