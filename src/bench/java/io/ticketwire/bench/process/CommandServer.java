package io.ticketwire.bench.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lets the benchmark tell a process of its own what to do: {@code POST /<command>} with JSON, answered with JSON when it is done. */
public final class CommandServer {

    /** What a command does; its result is the answer. */
    public interface Action<T> {
        Object run(T command) throws Exception;
    }

    private final HttpServer server;

    public CommandServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
    }

    /** Adds a command. */
    public <T> CommandServer on(String name, Class<T> type, Action<T> action) {
        server.createContext("/" + name, exchange -> answer(exchange, type, action));
        return this;
    }

    /** Takes commands until the process that started this one is gone. */
    public void serve() throws IOException {
        on("ready", Object.class, ignored -> true);
        server.start();
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static <T> void answer(HttpExchange exchange, Class<T> type, Action<T> action) throws IOException {
        int status = 200;
        byte[] answer;
        try {
            answer = Json.bytes(action.run(Json.read(exchange.getRequestBody().readAllBytes(), type)));
        } catch (Exception failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            status = 500;
            answer = trace.toString().getBytes(UTF_8);
        }
        try (exchange) {
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
