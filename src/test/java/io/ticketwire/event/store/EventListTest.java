package io.ticketwire.event.store;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Pages of events. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class EventListTest {

    private static final String PATH = "/api/v1/events?subject=";

    @Inject
    Pool pool;

    @Test
    void aPageOfLargeEventsEndsEarlyAndTheNextOneGoesOn() {
        // given
        String subject = insert(7, 2 * 1024 * 1024);

        // when
        Response first = admin().get(PATH + subject);

        // then
        assertEquals(4, first.<List<?>>path("items").size());
        String cursor = first.path("next_cursor");
        assertNotNull(cursor);
        Response second = admin().get(PATH + subject + "&cursor=" + cursor);
        assertEquals(3, second.<List<?>>path("items").size());
        assertNull(second.path("next_cursor"));
    }

    @Test
    void aPageOfSmallEventsIsAsLongAsItsLimit() {
        // given
        String subject = insert(3, 10);

        // when
        Response first = admin().get(PATH + subject + "&limit=2");

        // then
        assertEquals(2, first.<List<?>>path("items").size());
        Response second = admin().get(PATH + subject + "&limit=2&cursor=" + first.path("next_cursor"));
        assertEquals(1, second.<List<?>>path("items").size());
        assertNull(second.path("next_cursor"));
    }

    private String insert(int count, int bytes) {
        String subject = UUID.randomUUID().toString();
        pool.preparedQuery(
                        """
                        insert into events
                            (id, type, source, subject, time, dataschema, traceparent, received_at, verified, data)
                        select gen_random_uuid(), 'ticket.created', 'test', $1, now(), 'test', 'test', now(), false,
                            '"' || repeat('x', $2) || '"'
                        from generate_series(1, $3)""")
                .execute(Tuple.of(subject, bytes, count))
                .await()
                .atMost(Duration.ofSeconds(20));
        return subject;
    }
}
