package io.ticketwire.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;

import io.ticketwire.bench.report.Latency;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Row;
import io.ticketwire.bench.report.Target;
import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Content;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Providers;
import io.ticketwire.ingress.chat.google.GoogleChatSettings;
import io.ticketwire.ingress.chat.google.GoogleKeys;
import io.ticketwire.ingress.mail.ses.SesSettings;
import io.ticketwire.ingress.mail.ses.SnsCertificates;

/**
 * What reading costs by itself: every payload of the fixtures through its provider, from bytes to events, on one thread of
 * this process. No HTTP, no signature, no broker.
 */
public final class NormaliseScenario implements Scenario {

    private static final String NAME = "normalise";
    private static final int WANTED_PER_SECOND = 20_000;
    private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures");
    private static final Instant ARRIVAL = Instant.parse("2026-11-21T00:00:00Z");

    /** Of payloads that would be left out as too old. */
    private static final Map<String, Instant> ARRIVALS = Map.of("whatsapp", Instant.parse("2024-11-07T18:00:00Z"));

    /** A folder of fixtures is named by the connector type, but for this one. */
    private static final Map<String, String> TYPES = Map.of("tickets", "webhook");

    private record Payload(String name, Provider provider, Connector connector, IncomingRequest request) {}

    private record Rate(Payload payload, double perSecond) {}

    /** Where every result ends up, so that no reading can be left out as useless. */
    private int read;

    @Override
    public void run(Stage stage, Report report) {
        Vertx vertx = Vertx.vertx();
        List<Payload> payloads = payloads(
                new Providers(new GoogleKeys(vertx, new NoKeys()), new SnsCertificates(vertx, new NoCertificates())));
        vertx.close();
        for (long until = after(stage.options().warmUpSeconds()); System.nanoTime() < until; ) {
            payloads.forEach(payload -> rate(payload, TimeUnit.MILLISECONDS.toNanos(5)));
        }
        long each = TimeUnit.SECONDS.toNanos(stage.options().seconds()) / payloads.size();
        List<Rate> rates = payloads.stream()
                .map(payload -> new Rate(payload, rate(payload, each)))
                .sorted(Comparator.comparingDouble(Rate::perSecond))
                .toList();
        Rate median = rates.get(rates.size() / 2);
        report.add(row("the median of " + rates.size() + " payloads", median, rates));
        byType(rates).forEach((type, own) -> report.add(row(type + ", median", own.get(own.size() / 2), own)));
        report.add(Target.atLeast(
                "payloads read per second on one core, the median one", WANTED_PER_SECOND, median.perSecond(), "/s"));
    }

    private double rate(Payload payload, long nanos) {
        long start = System.nanoTime();
        long now = start;
        long count = 0;
        while (now - start < nanos) {
            for (int i = 0; i < 10; i++) {
                read += payload.provider()
                        .read(payload.request(), payload.connector())
                        .hashCode();
            }
            count += 10;
            now = System.nanoTime();
        }
        return count * 1e9 / (now - start);
    }

    private static Map<String, List<Rate>> byType(List<Rate> rates) {
        Map<String, List<Rate>> byType = new LinkedHashMap<>();
        rates.forEach(rate -> byType.computeIfAbsent(rate.payload().connector().type(), type -> new ArrayList<>())
                .add(rate));
        return byType;
    }

    private Row row(String phase, Rate rate, List<Rate> all) {
        Rate slowest = all.get(0);
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("payload", rate.payload().name());
        more.put("bytes", rate.payload().request().body().length);
        more.put("slowest", slowest.payload().name() + ", " + Math.round(slowest.perSecond()) + "/s");
        return new Row(NAME, phase, rate.perSecond(), Latency.NONE, null, 0, Map.of(), more);
    }

    private static long after(int seconds) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    private static List<Payload> payloads(Providers providers) {
        try (Stream<Path> files = Files.walk(FIXTURES, 2)) {
            return files.filter(NormaliseScenario::isPayload)
                    .sorted()
                    .map(file -> payload(file, providers))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPayload(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.endsWith(".expected.json") && !name.endsWith(".payload.json");
    }

    private static Payload payload(Path file, Providers providers) {
        String folder = file.getParent().getFileName().toString();
        String type = TYPES.getOrDefault(folder, folder);
        Connector connector = new Connector(
                new UUID(1, 1), "Bench", type, true, null, List.of(), Map.of(), Duration.ofMinutes(5), null, true);
        try {
            IncomingRequest request = new IncomingRequest(
                    "POST",
                    "https://hooks.example.com",
                    "/api/webhooks/tickets",
                    "application/json",
                    MultiMap.caseInsensitiveMultiMap(),
                    Content.of(Files.readAllBytes(file)),
                    ARRIVALS.getOrDefault(type, ARRIVAL));
            return new Payload(folder + "/" + file.getFileName(), providers.of(type), connector, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is verified here, so no key is ever asked for. */
    private static final class NoKeys implements GoogleChatSettings {
        @Override
        public URI idTokenKeys() {
            return URI.create("http://localhost:9/");
        }

        @Override
        public URI chatKeys() {
            return idTokenKeys();
        }

        @Override
        public Duration fetchTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public MemorySize maxKeysBytes() {
            return new MemorySize(BigInteger.ONE);
        }
    }

    /** Likewise. */
    private static final class NoCertificates implements SesSettings {
        @Override
        public Duration fetchTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public MemorySize maxCertificateBytes() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public int certificateFetchesPerMinute() {
            return 0;
        }
    }
}
