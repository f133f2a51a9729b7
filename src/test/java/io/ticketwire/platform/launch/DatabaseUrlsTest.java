package io.ticketwire.platform.launch;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DatabaseUrlsTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/app, postgresql://db:5432/app",
        "jdbc:postgresql://db/app, postgresql://db/app",
        "jdbc:postgresql://[::1]:5432/app, postgresql://[::1]:5432/app",
        "jdbc:postgresql://db/app?sslmode=require&reWriteBatchedInserts=true, postgresql://db/app?sslmode=require",
        "jdbc:postgresql://db/app?currentSchema=a%2Cb&ApplicationName=x, postgresql://db/app?application_name=x&search_path=a%2Cb",
    })
    void theReactiveUrlFollowsFromTheJdbcUrl(String jdbc, String reactive) {
        // when
        DatabaseUrls urls = DatabaseUrls.ofJdbc(jdbc);

        // then
        assertEquals(reactive, urls.reactive());
        assertEquals(jdbc, urls.jdbc());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://db:5432/app, jdbc:postgresql://db:5432/app",
        "postgres://db/app, jdbc:postgresql://db/app",
        "vertx-reactive:postgresql://db:5432/app, jdbc:postgresql://db:5432/app",
        "postgresql://db/app?sslmode=require&pipelining-limit=4, jdbc:postgresql://db/app?sslmode=require",
        "postgresql://u:p%40ss@db/app?search_path=s, jdbc:postgresql://db/app?currentSchema=s",
    })
    void theJdbcUrlFollowsFromTheReactiveUrl(String reactive, String jdbc) {
        // when
        DatabaseUrls urls = DatabaseUrls.ofReactive(reactive);

        // then
        assertEquals(jdbc, urls.jdbc());
        assertEquals(reactive, urls.reactive());
    }

    @Test
    void credentialsOfAUrlAreTakenOutOfIt() {
        // when
        DatabaseUrls jdbc = DatabaseUrls.ofJdbc("jdbc:postgresql://db/app?user=u&password=p%26q");
        DatabaseUrls reactive = DatabaseUrls.ofReactive("postgresql://u:p%26q@db/app");

        // then
        assertEquals(Optional.of("u"), jdbc.username());
        assertEquals(Optional.of("p&q"), jdbc.password());
        assertEquals("postgresql://db/app", jdbc.reactive());
        assertEquals(Optional.of("u"), reactive.username());
        assertEquals(Optional.of("p&q"), reactive.password());
        assertEquals("jdbc:postgresql://db/app", reactive.jdbc());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://a:1,b:2/app?password=secret",
                "jdbc:mysql://db/app?password=secret",
                "jdbc:postgresql:app"
            })
    void whatHasNoCounterpartIsRefusedWithoutTellingThePassword(String jdbc) {
        // when
        LaunchFailure refusal = assertThrows(LaunchFailure.class, () -> DatabaseUrls.ofJdbc(jdbc));

        // then
        assertFalse(refusal.getMessage().contains("secret"));
    }
}
