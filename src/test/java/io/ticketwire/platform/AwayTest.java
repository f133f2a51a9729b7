package io.ticketwire.platform;

import java.net.ConnectException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.vertx.pgclient.PgException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.BrokerUnavailableException;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is tried again for as long as it takes, and what is a defect. */
class AwayTest {

    static Stream<Throwable> away() {
        return Stream.of(
                new ConnectException("refused"),
                new CompletionException(new ConnectException("refused")),
                new BrokerUnavailableException("too much in flight"),
                database("57P01"),
                database("40P01"),
                database("53300"));
    }

    static Stream<Throwable> defects() {
        return Stream.of(
                new IllegalStateException(),
                new NoSuchElementException(),
                new NullPointerException(),
                new RecordTooLargeException("2 MiB"),
                database("22021"),
                database("23505"),
                database("42601"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void somethingIsAway(Throwable failure) {
        assertTrue(Away.caused(failure));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void itIsADefect(Throwable failure) {
        assertFalse(Away.caused(failure));
    }

    private static PgException database(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }
}
