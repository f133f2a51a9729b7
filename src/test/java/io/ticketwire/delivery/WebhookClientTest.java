package io.ticketwire.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.delivery.gate.GateSettings;
import io.ticketwire.endpoint.AddressRules;
import io.ticketwire.endpoint.Destinations;
import io.ticketwire.endpoint.UrlRuleSettings;
import io.ticketwire.endpoint.UrlRules;
import io.ticketwire.testing.ChangingNames;
import io.ticketwire.testing.RawReceiver;
import io.ticketwire.testing.Settings;

import static io.ticketwire.testing.RawReceiver.bytes;
import static io.ticketwire.testing.RawReceiver.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What receivers do to their clients, and where names lead: always a bounded, clear outcome. */
class WebhookClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Vertx VERTX = Vertx.vertx();

    private final ChangingNames names = new ChangingNames().lead("crm.example.com", "127.0.0.1");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterAll
    static void closeVertx() {
        VERTX.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void aRequestArrivesAsItWasSentUnderItsOwnHostName() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "thanks")));

        Exchange exchange = post(client(), "http://CRM.example.com:" + receiver.port() + "/hook?a=%20b", PATIENCE);

        Exchange.Responded responded = assertInstanceOf(Exchange.Responded.class, exchange);
        assertEquals(200, responded.status());
        assertEquals("thanks", new String(responded.body(), UTF_8));
        String head = receiver.requests().get(0);
        assertTrue(head.startsWith("POST /hook?a=%20b HTTP/1.1\r\n"), head);
        assertTrue(head.contains("host: CRM.example.com:" + receiver.port() + "\r\n"), head);
        assertTrue(head.contains("X-A: b\r\n"), head);
        assertTrue(!head.toLowerCase().contains("upgrade"), head);
    }

    @Test
    void aBodyThatDribblesForEverEndsWithTheTimeout() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            while (true) {
                out.write(bytes("1\r\nx\r\n"));
                out.flush();
            }
        });
        WebhookClient client = client("ticketwire.delivery.max-response", "1G");

        Exchange exchange = post(client, receiver, SHORT);

        assertEquals("timeout: no complete response within 400 ms, while reading the response", exchange.toString());
        awaitLeft(receiver, 1);
    }

    @Test
    void aBodyThatNeverEndsIsReadUpToTheBoundAndKeptUpToAnother() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
            flood(out, "0123456789abcdef");
        });

        Exchange exchange = post(client(), receiver, PATIENCE);

        Exchange.Responded responded = assertInstanceOf(Exchange.Responded.class, exchange);
        assertEquals(200, responded.status());
        assertEquals(4096, responded.body().length);
        awaitLeft(receiver, 1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"X-Header: 0123456789\r\n", "0123456789abcdef"})
    void aGigabyteOfHeadersIsAFailedAttempt(String piece) {
        RawReceiver receiver = receiver((head, nth, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nX: y"));
            flood(out, piece);
        });

        Exchange exchange = post(client(), receiver, PATIENCE);

        assertEquals("connection: HTTP header is larger than 16384 bytes.", exchange.toString());
        awaitLeft(receiver, 1);
    }

    @Test
    void aStatusLineWithoutAnEndIsAFailedAttempt() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            out.write(bytes("HTTP/1.1 200 "));
            flood(out, "OK");
        });

        Exchange exchange = post(client(), receiver, PATIENCE);

        assertEquals("connection: An HTTP line is larger than 4096 bytes.", exchange.toString());
    }

    @Test
    void provisionalResponsesWithoutEndEndWithTheTimeout() {
        RawReceiver receiver =
                receiver((head, nth, out) -> flood(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"));

        Exchange exchange = post(client(), receiver, SHORT);

        assertEquals("timeout: no complete response within 400 ms, while waiting for a response", exchange.toString());
        awaitLeft(receiver, 1);
    }

    @Test
    void aReceiverThatNeverAnswersEndsWithTheTimeout() {
        CountDownLatch forEver = new CountDownLatch(1);
        RawReceiver receiver = receiver((head, nth, out) -> await(forEver));

        Exchange exchange = post(client(), receiver, SHORT);

        assertEquals("timeout: no complete response within 400 ms, while waiting for a response", exchange.toString());
    }

    @Test
    void aReceiverThatNeverShakesHandsEndsWithTheTimeout() {
        RawReceiver receiver = receiver((head, nth, out) -> {});

        Exchange exchange = post(client(), "https://crm.example.com:" + receiver.port() + "/", SHORT);

        assertEquals("timeout: no complete response within 400 ms, while connecting", exchange.toString());
        assertEquals(1, receiver.connections());
    }

    @Test
    void aReceiverThatClosesAtOnceIsAFailedAttemptAndIsNotAskedTwice() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            throw RawReceiver.hangUp();
        });

        Exchange exchange = post(client(), receiver, PATIENCE);

        assertEquals("connection: Connection was closed", exchange.toString());
        assertEquals(1, receiver.requests().size());
    }

    @Test
    void aReceiverThatClosesAmidTheBodyIsAFailedAttemptAndIsNotAskedTwice() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            if (nth == 1) {
                out.write(response(200, ""));
                return;
            }
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
            out.flush();
            throw RawReceiver.hangUp();
        });
        WebhookClient client = client();
        post(client, receiver, PATIENCE);

        Exchange exchange = post(client, receiver, PATIENCE);

        assertEquals("connection: Connection was closed", exchange.toString());
        assertEquals(2, receiver.requests().size());
    }

    @Test
    void aRedirectIsAResponseLikeAnyOther() {
        RawReceiver elsewhere = receiver((head, nth, out) -> out.write(response(200, "")));
        RawReceiver receiver = receiver((head, nth, out) ->
                out.write(bytes("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\nContent-Length: 0\r\n\r\n"
                        .formatted(elsewhere.port()))));

        Exchange exchange = post(client(), receiver, PATIENCE);

        assertEquals(302, assertInstanceOf(Exchange.Responded.class, exchange).status());
        assertEquals(0, elsewhere.connections());
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "ok")));
        WebhookClient client = client();

        for (int i = 0; i < 5; i++) {
            post(client, receiver, PATIENCE);
        }

        assertEquals(5, receiver.requests().size());
        assertEquals(1, receiver.connections());
    }

    @Test
    void anIdleConnectionIsClosedBeforeLong() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "ok")));

        post(client("ticketwire.delivery.keep-alive", "1s"), receiver, PATIENCE);

        awaitLeft(receiver, 1);
    }

    @Test
    void noConnectionIsKeptBeyondTheBound() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "ok")));
        WebhookClient client = client("ticketwire.delivery.max-connections", "0");

        post(client, receiver, PATIENCE);

        awaitLeft(receiver, 1);
    }

    @Test
    void aKeptConnectionThatTurnsOutClosedCostsNoAttempt() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            if (nth == 2) {
                throw RawReceiver.hangUp();
            }
            out.write(response(200, "ok"));
        });
        WebhookClient client = client();
        post(client, receiver, PATIENCE);

        Exchange exchange = post(client, receiver, PATIENCE);

        assertEquals(200, assertInstanceOf(Exchange.Responded.class, exchange).status());
        assertEquals(3, receiver.requests().size());
        assertEquals(2, receiver.connections());
    }

    @Test
    void aReceiverThatHangsUpAgainHasFailedTheAttempt() {
        RawReceiver receiver = receiver((head, nth, out) -> {
            if (nth > 1) {
                throw RawReceiver.hangUp();
            }
            out.write(response(200, "ok"));
        });
        WebhookClient client = client();
        post(client, receiver, PATIENCE);

        Exchange exchange = post(client, receiver, PATIENCE);

        assertEquals("connection: Connection was closed", exchange.toString());
        assertEquals(3, receiver.requests().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1                | the address 127.0.0.1 is loopback",
                "93.184.216.34,127.0.0.1  | the address 127.0.0.1 is loopback",
                "127.0.0.1,93.184.216.34  | the address 127.0.0.1 is loopback",
                "169.254.169.254          | the address 169.254.169.254 is link-local",
                "::1                      | the address 0:0:0:0:0:0:0:1 is loopback",
                "::ffff:127.0.0.1         | the address 127.0.0.1 is loopback",
                "::7f00:1                 | the address 0:0:0:0:0:0:7f00:1 is an IPv4-compatible address",
                "64:ff9b::7f00:1          | the address 64:ff9b:0:0:0:0:7f00:1 is translated to IPv4 (NAT64)",
                "fd00:ec2::254            | the address fd00:ec2:0:0:0:0:0:254 is private (ULA)",
            })
    void aNameThatLeadsInsideIsRefusedAndNothingIsSent(String addresses, String reason) {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "secret")));
        names.lead("crm.example.com", addresses.split(","));

        Exchange exchange = post(client(List.of(), rules()), receiver, PATIENCE);

        assertEquals(new Exchange.Refused(reason), exchange);
        assertEquals(0, receiver.connections());
    }

    @Test
    void aNameThatIsReboundLaterIsRefusedThenAlsoWithAConnectionKept() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "ok")));
        WebhookClient client = client(
                List.of("127.0.0.1"),
                rules("ticketwire.delivery.allow-http", "true", "ticketwire.delivery.dns-ttl", "1ms"));
        post(client, receiver, PATIENCE);
        names.lead("crm.example.com", "127.0.0.2");

        Exchange exchange =
                Awaitility.await().until(() -> post(client, receiver, PATIENCE), Exchange.Refused.class::isInstance);

        assertEquals("refused_address: the address 127.0.0.2 is loopback", exchange.toString());
        assertEquals(1, receiver.connections());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://127.0.0.1:%d/ | url: the address 127.0.0.1 is loopback",
                "http://[::1]:%d/ | url: the address 0:0:0:0:0:0:0:1 is loopback",
                "http://localhost:%d/ | url: must not name this machine",
                "http://2130706433:%d/ | url: has an address that is not written as four decimal numbers or as plain IPv6",
                "http://crm.internal:%d/ | url: has a name that is only known inside a network",
            })
    void aUrlThatMayNotBeUsedAnyMoreIsRefused(String url, String reason) {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "secret")));

        Exchange exchange = post(client(List.of(), rules()), url.formatted(receiver.port()), PATIENCE);

        assertEquals(new Exchange.Refused(reason), exchange);
        assertEquals(0, receiver.connections());
    }

    @Test
    void whatWasAllowedWithoutTlsIsRefusedOnceItIsNot() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "")));

        Exchange exchange = post(
                client(List.of("127.0.0.0/8"), rules("ticketwire.delivery.allow-http", "false")), receiver, PATIENCE);

        assertEquals(new Exchange.Refused("url: must start with https://"), exchange);
        assertEquals(0, receiver.connections());
    }

    @Test
    void theNextAddressIsTriedWhenTheFirstDoesNotAnswer() {
        RawReceiver receiver = receiver((head, nth, out) -> out.write(response(200, "")));
        names.lead("crm.example.com", "127.0.0.2", "127.0.0.1");

        Exchange exchange = post(client(), receiver, PATIENCE);

        assertEquals(200, assertInstanceOf(Exchange.Responded.class, exchange).status());
        assertEquals(1, receiver.requests().size());
    }

    @Test
    void whenNoAddressAnswersTheFirstFailureIsTold() {
        RawReceiver receiver = receiver((head, nth, out) -> {});
        int port = receiver.port();
        receiver.close();
        names.lead("crm.example.com", "127.0.0.3", "127.0.0.1");

        Exchange exchange = post(client(), "http://crm.example.com:" + port + "/", PATIENCE);

        assertEquals("connection: Connection refused: /127.0.0.3:" + port, exchange.toString());
    }

    @Test
    void aNameWithoutAddressIsADnsFailure() {
        Exchange exchange = post(client(), "http://nowhere.example.com:8080/", PATIENCE);

        assertEquals("dns: the name nowhere.example.com does not resolve", exchange.toString());
    }

    @Test
    void aLookUpThatFailsIsADnsFailure() {
        names.lead("crm.example.com", Uni.createFrom().failure(new IOException("no server")));

        Exchange exchange = post(client(), "http://crm.example.com:8080/", PATIENCE);

        assertEquals("dns: the name crm.example.com could not be looked up: no server", exchange.toString());
    }

    @Test
    void aLookUpThatNeverEndsEndsWithTheTimeout() {
        names.lead("crm.example.com", Uni.createFrom().<List<InetAddress>>nothing());

        Exchange exchange = post(client(), "http://crm.example.com:8080/", SHORT);

        assertEquals("timeout: no complete response within 400 ms, while looking up the name", exchange.toString());
    }

    private RawReceiver receiver(RawReceiver.Answer answer) {
        RawReceiver receiver = new RawReceiver(answer);
        opened.add(receiver);
        return receiver;
    }

    private WebhookClient client(String... settings) {
        return client(List.of("127.0.0.0/8"), rules(), settings);
    }

    private WebhookClient client(List<String> allowed, UrlRuleSettings rules, String... settings) {
        AddressRules addresses = new AddressRules(allowed);
        Destinations destinations =
                new Destinations(new UrlRules(addresses, rules.allowHttp()), addresses, names, rules);
        WebhookClient client = new WebhookClient(
                VERTX, Settings.of(DeliverySettings.class, settings), Settings.of(GateSettings.class), destinations);
        opened.add(client::close);
        return client;
    }

    private static UrlRuleSettings rules(String... settings) {
        return settings.length > 0
                ? Settings.of(UrlRuleSettings.class, settings)
                : Settings.of(UrlRuleSettings.class, "ticketwire.delivery.allow-http", "true");
    }

    private static Exchange post(WebhookClient client, RawReceiver receiver, Duration timeout) {
        return post(client, "http://crm.example.com:" + receiver.port() + "/hook", timeout);
    }

    private static Exchange post(WebhookClient client, String url, Duration timeout) {
        return client.post(URI.create(url), Map.of("X-A", "b"), "{\"a\":1}".getBytes(UTF_8), timeout)
                .await()
                .atMost(PATIENCE.multipliedBy(2));
    }

    private static void awaitLeft(RawReceiver receiver, int count) {
        Awaitility.await().untilAsserted(() -> assertEquals(count, receiver.left()));
    }

    private static void flood(OutputStream out, String piece) throws IOException {
        byte[] pieces = bytes(piece.repeat(1 << 16 >> 4));
        for (long sent = 0; sent < 1L << 30; sent += pieces.length) {
            out.write(pieces);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException endOfTest) {
            Thread.currentThread().interrupt();
        }
    }
}
