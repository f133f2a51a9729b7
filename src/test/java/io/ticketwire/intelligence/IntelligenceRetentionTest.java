package io.ticketwire.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import io.ticketwire.scenario.IntelligenceProfile;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What was read goes when it is old; what people corrected, later. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(IntelligenceProfile.class)
class IntelligenceRetentionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    @Inject
    Pool database;

    @Inject
    IntelligenceRole role;

    @Inject
    IntelligenceSettings settings;

    @Test
    void whatIsOlderThanItsRetentionIsForgotten() {
        // given
        UUID ticket = UUID.randomUUID();
        insight(ticket, "older", settings.retention().plus(MARGIN));
        insight(ticket, "younger", settings.retention().minus(MARGIN));
        feedback(ticket, "older", settings.feedbackRetention().plus(MARGIN));
        feedback(ticket, "younger", settings.feedbackRetention().minus(MARGIN));
        feedback(ticket, "older than an insight", settings.retention().plus(MARGIN));

        // when
        role.forget().await().atMost(PATIENCE);

        // then
        assertEquals(Set.of("younger"), texts("insights", ticket));
        assertEquals(Set.of("older than an insight", "younger"), texts("insight_feedback", ticket));
    }

    @Test
    void theLatestOfATicketIsForgottenWithIt() {
        // given
        UUID older = UUID.randomUUID();
        UUID younger = UUID.randomUUID();
        latest(older, settings.retention().plus(MARGIN));
        latest(younger, settings.retention().minus(MARGIN));

        // when
        role.forget().await().atMost(PATIENCE);

        // then
        assertEquals(Set.of(), column("hostility", "ticket_insights", older));
        assertEquals(Set.of("none"), column("hostility", "ticket_insights", younger));
    }

    private void insight(UUID ticket, String text, Duration age) {
        execute(
                """
                insert into insights (event_id, ticket_id, at, received_at, sentiment, hostility, escalation, reply, text, insight,
                    recorded_at)
                values (gen_random_uuid(), '%s', now(), now(), 0, 0, 0, false, '%s', '{}', '%s')
                """
                        .formatted(ticket, text, before(age)));
    }

    private void latest(UUID ticket, Duration age) {
        execute(
                """
                insert into ticket_insights (ticket_id, event_id, at, hostility, insight, recorded_at)
                values ('%s', gen_random_uuid(), now(), 'none', '{}', '%s')
                """
                        .formatted(ticket, before(age)));
    }

    private void feedback(UUID ticket, String text, Duration age) {
        execute(
                """
                insert into insight_feedback (id, event_id, ticket_id, given_by, given_at, corrections, text)
                values (gen_random_uuid(), gen_random_uuid(), '%s', 'dana', '%s', '{"spam":true}', '%s')
                """
                        .formatted(ticket, before(age), text));
    }

    private static Instant before(Duration age) {
        return Instant.now().minus(age);
    }

    private Set<String> texts(String table, UUID ticket) {
        return column("text", table, ticket);
    }

    private Set<String> column(String column, String table, UUID ticket) {
        Set<String> values = new TreeSet<>();
        database.query("select %s from %s where ticket_id = '%s'".formatted(column, table, ticket))
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach(row -> values.add(row.getString(0)));
        return values;
    }

    private void execute(String sql) {
        database.query(sql).execute().await().atMost(PATIENCE);
    }
}
