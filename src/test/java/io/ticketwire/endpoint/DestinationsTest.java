package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.ChangingNames;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Names are looked up as often as needed, and no oftener. */
class DestinationsTest {

    private static final URI CRM = URI.create("https://crm.example.com/hooks");

    private final ChangingNames names = new ChangingNames();

    @Test
    void aNameIsLookedUpOnceForAWhile() {
        names.lead("crm.example.com", "93.184.216.34", "2606:4700::1111");
        Destinations destinations = destinations("10s");
        Destination first = destinations.of(CRM).join();
        names.lead("crm.example.com", "93.184.216.35");

        Destination second = destinations
                .of(URI.create("https://CRM.example.com:8443/other"))
                .join();

        assertEquals(first, second);
        assertEquals(2, ((Destination.Allowed) second).addresses().size());
        assertEquals(1, names.lookUps());
    }

    @Test
    void aNameIsLookedUpAgainLater() {
        names.lead("crm.example.com", "93.184.216.34");
        Destinations destinations = destinations("50ms");
        destinations.of(CRM).join();

        names.lead("crm.example.com", "10.0.0.1");

        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        new Destination.Refused("the address 10.0.0.1 is private"),
                        destinations.of(CRM).join()));
    }

    @Test
    void allWhoAskAtATimeWaitForOneLookUp() throws Exception {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        names.lead("crm.example.com", Uni.createFrom().completionStage(answer));
        Destinations destinations = destinations("10s");

        CompletableFuture<Destination> first = destinations.of(CRM);
        CompletableFuture<Destination> second = destinations.of(CRM);

        assertFalse(first.isDone() || second.isDone());
        answer.complete(List.of(InetAddress.getByName("93.184.216.34")));
        assertEquals(first.join(), second.join());
        assertEquals(1, names.lookUps());
    }

    @Test
    void aNameWithoutAddressIsAskedForAgainSoon() {
        names.lead("crm.example.com");
        Destinations destinations = destinations("1h");
        assertEquals(
                new Destination.Unknown("does not resolve"),
                destinations.of(CRM).join());
        assertEquals(
                new Destination.Unknown("does not resolve"),
                destinations.of(CRM).join());
        assertEquals(1, names.lookUps());

        names.lead("crm.example.com", "93.184.216.34");

        Awaitility.await().until(() -> destinations.of(CRM).join() instanceof Destination.Allowed);
    }

    @Test
    void anAddressInTheUrlNeedsNoLookUp() throws Exception {
        Destinations destinations = destinations("10s");

        Destination destination =
                destinations.of(URI.create("https://[2606:4700::1111]:8443/")).join();

        assertEquals(new Destination.Allowed(List.of(InetAddress.getByName("2606:4700::1111"))), destination);
        assertEquals(0, names.lookUps());
    }

    @Test
    void theMachineKnowsItself() {
        List<InetAddress> found = new SystemNames().resolve("localhost").await().indefinitely();

        assertTrue(!found.isEmpty() && found.stream().allMatch(InetAddress::isLoopbackAddress), found::toString);
    }

    private Destinations destinations(String ttl) {
        AddressRules addresses = new AddressRules(List.of());
        UrlRuleSettings settings = Settings.of(UrlRuleSettings.class, "ticketwire.delivery.dns-ttl", ttl);
        return new Destinations(new UrlRules(addresses, false), addresses, names, settings);
    }
}
