package io.ticketwire.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.local.LocalSettings;
import io.ticketwire.local.LocalStack;
import io.ticketwire.testing.Instance;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Several processes on one external broker and one external database, each with its roles. */
class RolesIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private LocalStack external;

    @BeforeEach
    void startExternalServices() {
        external = LocalStack.start(LocalSettings.in(folder.resolve("external")));
    }

    @AfterEach
    void stopExternalServices() {
        external.close();
    }

    @Test
    void aProcessWithOnlyIngressConsumesNothingAndAnotherOneDeliversWhatItTook() throws Exception {
        try (Receiver receiver = new Receiver();
                Instance ingress = instance("ingress").start();
                Instance api = instance("api").start()) {
            api.gateway().endpoint(receiver, Map.of("events", List.of("*")));
            String connector = api.gateway().connector("webhook", null);

            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertEquals(
                            200,
                            ingress.gateway()
                                    .callback(connector, Scenario.ticket("role-1", "open"))
                                    .statusCode()));

            assertEquals(Set.of(), groups());
            assertEquals(
                    404, ingress.gateway().post("/api/v1/connectors", Map.of()).statusCode());
            assertEquals(
                    404,
                    api.gateway()
                            .callback(connector, Scenario.ticket("role-2", "open"))
                            .statusCode());
            try (Instance rest = instance("tracker,fanout,delivery").start()) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertEquals(1, receiver.received().size()));
            }
        }
    }

    private Instance instance(String roles) {
        return new Instance(folder.resolve(roles.replace(',', '-')))
                .with("TICKETWIRE_ROLES", roles)
                .with("TICKETWIRE_SECURITY_ENCRYPTION_KEY", "dGlja2V0d2lyZS10ZXN0LWtleS0wMTIzNDU2Nzg5YWI=")
                .with("KAFKA_BOOTSTRAP_SERVERS", external.kafkaBootstrap())
                .with("QUARKUS_DATASOURCE_REACTIVE_URL", external.reactiveUrl())
                .with("QUARKUS_DATASOURCE_USERNAME", external.username())
                .with("QUARKUS_DATASOURCE_PASSWORD", external.password());
    }

    private Set<String> groups() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", external.kafkaBootstrap()))) {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toSet());
        }
    }
}
