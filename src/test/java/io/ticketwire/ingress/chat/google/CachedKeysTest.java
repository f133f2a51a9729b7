package io.ticketwire.ingress.chat.google;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.junit.jupiter.api.Test;

import io.ticketwire.ingress.chat.google.SigningKeys.Lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** When keys are fetched, and what is said of them meanwhile. */
class CachedKeysTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Lookup FOUND = new Lookup.Found(Tokens.publicKey());
    private static final Lookup UNKNOWN = new Lookup.Unknown();
    private static final Lookup UNAVAILABLE = new Lookup.Unavailable();

    /** The fetches under way and those that are over, in order. */
    private final List<UniEmitter<? super KeySet>> fetches = new ArrayList<>();

    private Instant now = NOW;

    private final CachedKeys keys =
            new CachedKeys("the tests", () -> Uni.createFrom().emitter(fetches::add), () -> now);

    @Test
    void firstKeyIsFetchedAndThenThere() {
        Waiting waiting = ask("a", NOW);

        answer(0, "a", "b");

        assertEquals(FOUND, waiting.said());
        assertEquals(FOUND, find("b", NOW.plusSeconds(1)));
        assertEquals(1, fetches.size());
    }

    @Test
    void allWhoComeMeanwhileWaitForTheSameFetch() {
        List<Waiting> waiting = List.of(ask("a", NOW), ask("a", NOW), ask("c", NOW.plusSeconds(90)));

        answer(0, "a", "b");

        assertEquals(
                List.of(FOUND, FOUND, UNKNOWN),
                waiting.stream().map(Waiting::said).toList());
        assertEquals(1, fetches.size());
    }

    @Test
    void keyThatIsNewIsFetchedOnce() {
        ask("a", NOW);
        answer(0, "a");

        Waiting waiting = ask("new", NOW.plusSeconds(60));
        answer(1, "a", "new");

        assertEquals(FOUND, waiting.said());
        assertEquals(2, fetches.size());
    }

    @Test
    void thousandForgedTokensCostOneFetchAMinute() {
        ask("a", NOW);
        answer(0, "a");

        for (int i = 0; i < 1_000; i++) {
            assertEquals(UNKNOWN, find("forged-" + i, NOW.plusMillis(59_000 + i)));
        }
        Waiting later = ask("forged", NOW.plusSeconds(60));
        answer(1, "a");

        assertEquals(UNKNOWN, later.said());
        assertEquals(UNKNOWN, find("forged", NOW.plusSeconds(119)));
        assertEquals(2, fetches.size());
    }

    @Test
    void keysThatAreNoLongerFreshAreFetchedAgain() {
        ask("a", NOW);
        answer(0, "a");
        assertEquals(FOUND, find("a", NOW.plus(Duration.ofHours(1)).minusMillis(1)));

        Waiting waiting = ask("a", NOW.plus(Duration.ofHours(1)));
        answer(1, "b");

        assertEquals(UNKNOWN, waiting.said());
    }

    @Test
    void oldKeysStayUsableWhileTheSourceIsAway() {
        ask("a", NOW);
        answer(0, "a");
        Instant old = NOW.plus(Duration.ofDays(2));

        Waiting waiting = ask("a", old);
        fail(1);

        assertEquals(FOUND, waiting.said());
        assertEquals(FOUND, find("a", old.plusSeconds(59)));
        assertEquals(UNKNOWN, find("b", old.plusSeconds(59)));
        assertInstanceOf(Lookup.Fetching.class, find("a", old.plusSeconds(60)));
    }

    @Test
    void withoutKeysNothingIsKnownAndTheSourceIsAskedAgainSoon() {
        Waiting waiting = ask("a", NOW);
        fail(0);

        assertEquals(UNAVAILABLE, waiting.said());
        assertEquals(UNAVAILABLE, find("a", NOW.plusMillis(4_999)));
        Waiting again = ask("a", NOW.plusSeconds(5));
        answer(1, "a");
        assertEquals(FOUND, again.said());
    }

    private Waiting ask(String keyId, Instant at) {
        return new Waiting(
                assertInstanceOf(Lookup.Fetching.class, find(keyId, at)).later());
    }

    private Lookup find(String keyId, Instant at) {
        now = at;
        return keys.find(keyId);
    }

    private void answer(int fetch, String... ids) {
        Map<String, PublicKey> byId = new HashMap<>();
        for (String id : ids) {
            byId.put(id, Tokens.publicKey());
        }
        fetches.get(fetch).complete(new KeySet(byId, Duration.ofHours(1)));
    }

    private void fail(int fetch) {
        fetches.get(fetch).fail(new IOException("away"));
    }

    private static final class Waiting {
        private final List<Lookup> said = new ArrayList<>();

        Waiting(Uni<Lookup> later) {
            later.subscribe().with(said::add);
        }

        Lookup said() {
            assertEquals(1, said.size());
            return said.get(0);
        }
    }
}
