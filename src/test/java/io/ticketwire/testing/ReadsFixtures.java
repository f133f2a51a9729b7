package io.ticketwire.testing;

import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every provider: its payloads are read as the files beside them say, and nothing that is sent throws. */
public abstract class ReadsFixtures {

    private final Provider provider;
    private final ProviderFixtures fixtures;
    private final Connector connector;

    protected ReadsFixtures(Provider provider, ProviderFixtures fixtures, Connector connector) {
        this.provider = provider;
        this.fixtures = fixtures;
        this.connector = connector;
    }

    @TestFactory
    List<DynamicTest> payloadIsReadAsExpected() {
        return fixtures.payloads().stream()
                .map(payload -> DynamicTest.dynamicTest(payload, () -> {
                    Reading reading = read(fixtures.request(payload).get());

                    assertEquals(
                            fixtures.expected(payload).toPrettyString(),
                            Readings.json(reading).toPrettyString());
                    Readings.assertFit(reading);
                }))
                .toList();
    }

    @Test
    void valuesOfOtherTypesAreReadAsWhatTheyAreNot() {
        long read = fixtures.mutants()
                .peek(mutant -> Readings.assertFit(read(mutant.get())))
                .count();

        assertTrue(read > 500, "only " + read);
    }

    protected final Reading read(IncomingRequest request) {
        return provider.read(request, connector);
    }

    /** The payloads and what is expected of them. */
    protected final ProviderFixtures fixtures() {
        return fixtures;
    }

    /** Fails for what could not be published. */
    protected static void assertFit(Reading reading) {
        Readings.assertFit(reading);
    }

    /** The connector type of the provider. */
    protected final String type() {
        return fixtures.provider();
    }
}
