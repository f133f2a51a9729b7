package io.ticketwire.platform.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/** A Postgres that somebody else runs. */
final class ExternalDatabase {

    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    private static final String TIMEOUT_SECONDS = "5";

    private ExternalDatabase() {}

    static boolean isConfigured(Config config) {
        return text(config, JDBC_URL).isPresent() || text(config, REACTIVE_URL).isPresent();
    }

    /**
     * Completes the configuration of the database and tries it: an address that doesn't answer within five seconds or refuses
     * the credentials is told at once, before a pool retries it in the background.
     *
     * @return what is missing from the configuration: the other URL, and the credentials if a URL held them
     * @throws LaunchFailure naming host and database, never the password
     */
    static Map<String, String> check(Config config) {
        Optional<String> jdbc = text(config, JDBC_URL);
        Optional<String> reactive = text(config, REACTIVE_URL);
        Map<String, String> missing = new HashMap<>();
        if (jdbc.isEmpty() || reactive.isEmpty()) {
            DatabaseUrls urls = jdbc.map(DatabaseUrls::ofJdbc).orElseGet(() -> DatabaseUrls.ofReactive(reactive.get()));
            missing.put(jdbc.isEmpty() ? JDBC_URL : REACTIVE_URL, jdbc.isEmpty() ? urls.jdbc() : urls.reactive());
            if (text(config, USERNAME).isEmpty()) {
                urls.username().ifPresent(username -> missing.put(USERNAME, username));
            }
            if (text(config, PASSWORD).isEmpty()) {
                urls.password().ifPresent(password -> missing.put(PASSWORD, password));
            }
        }
        connect(
                jdbc.orElseGet(() -> missing.get(JDBC_URL)),
                text(config, USERNAME).orElse(missing.get(USERNAME)),
                text(config, PASSWORD).orElse(missing.get(PASSWORD)));
        return missing;
    }

    private static void connect(String url, String username, String password) {
        Properties properties = new Properties();
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        if (username != null) {
            properties.setProperty("user", username);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        String address = url.replaceFirst("\\?.*", "");
        try (Connection connection = new Driver().connect(url, properties)) {
            if (connection == null) {
                throw new LaunchFailure(JDBC_URL + " is not one of Postgres: " + address);
            }
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "can't use the database %s as %s: %s"
                            .formatted(
                                    address,
                                    username,
                                    e.getMessage().lines().findFirst().orElse("no answer")),
                    e);
        }
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
