package io.ticketwire.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.EmbeddedStackTest.Another;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(Another.class)
class EmbeddedStackTest {

    public static class Another implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0");
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String configured;

    @Test
    void theTestSeesTheStackThatTheApplicationUses() {
        // when
        String seen = EmbeddedStack.kafkaBootstrap();

        // then
        assertEquals(configured, seen);
    }
}
