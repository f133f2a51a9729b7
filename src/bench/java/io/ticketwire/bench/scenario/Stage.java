package io.ticketwire.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.bench.Options;
import io.ticketwire.bench.load.Generator;
import io.ticketwire.bench.process.Child;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.receiver.Receiver;

/** What all scenarios share: the receiver, the load generator, and how a gateway is set up between them. */
public final class Stage implements AutoCloseable {

    private final Options options;
    private final int webhookPort = Child.freePort();
    private final Child receiver;
    private final Child generator;

    public Stage(Options options) {
        this.options = options;
        try {
            Files.createDirectories(options.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path folder = options.folder();
        receiver = Child.start(Receiver.class, folder.resolve("receiver.log"), Integer.toString(webhookPort));
        generator = Child.start(Generator.class, folder.resolve("generator.log"));
    }

    public Options options() {
        return options;
    }

    public Child receiver() {
        return receiver;
    }

    public Child generator() {
        return generator;
    }

    /** A gateway of this scenario's own, without connectors and endpoints. */
    public Gateway gateway(String name, Map<String, String> environment) {
        Path folder = options.folder().resolve("data").resolve(name);
        Folders.delete(folder);
        return Gateway.start(options.build(), folder, options.gatewayJvm(), environment);
    }

    /** Creates endpoints of which each wants one category of events; gives their ids. */
    public List<String> endpointPerCategory(Gateway gateway, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(endpoint(gateway, i, Map.of("filter", Map.of("ticket.category", List.of("c" + i)))));
        }
        return ids;
    }

    /** Creates endpoints of which each wants every event. */
    public void endpointsForAll(Gateway gateway, int count) {
        for (int i = 0; i < count; i++) {
            endpoint(gateway, i, Map.of());
        }
    }

    private String endpoint(Gateway gateway, int number, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("name", "Bench " + number);
        fields.put("url", "http://127.0.0.1:" + webhookPort + "/e/" + number);
        fields.put("events", List.of("ticket.*"));
        fields.put("secret", Receiver.SECRET);
        return gateway.api().create("endpoints", fields);
    }

    @Override
    public void close() {
        generator.close();
        receiver.close();
    }
}
