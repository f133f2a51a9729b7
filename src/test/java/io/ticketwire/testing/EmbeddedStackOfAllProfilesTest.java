package io.ticketwire.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class EmbeddedStackOfAllProfilesTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String configured;

    @Test
    void itIsTheSameStackUnderAnotherProfile() {
        // when
        String seen = EmbeddedStack.kafkaBootstrap();

        // then
        assertEquals(configured, seen);
    }
}
