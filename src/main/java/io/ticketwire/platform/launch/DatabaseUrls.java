package io.ticketwire.platform.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One database in the two notations that one process needs: JDBC for migrations, the reactive client's for everything else.
 * They agree on host, port, database and on few parameters; a parameter that the other side doesn't know is left out, since
 * either client passes what it doesn't know to the server, which refuses it. Credentials are taken out of the address.
 *
 * @param jdbc {@code jdbc:postgresql://host:port/database?parameters}
 * @param reactive {@code postgresql://host:port/database?parameters}
 * @param username the one in the given URL, if any
 * @param password the one in the given URL, if any
 */
record DatabaseUrls(String jdbc, String reactive, Optional<String> username, Optional<String> password) {

    private static final String JDBC = "jdbc:postgresql:";
    private static final Map<String, String> REACTIVE_NAME_BY_JDBC_NAME = Map.of(
            "sslmode", "sslmode",
            "ApplicationName", "application_name",
            "currentSchema", "search_path");

    /**
     * Keeps the JDBC URL as it is and derives the reactive one.
     *
     * @throws LaunchFailure if it is none of Postgres, or names several hosts, which mean different things to the two clients
     */
    static DatabaseUrls ofJdbc(String jdbc) {
        if (!jdbc.startsWith(JDBC)) {
            throw new LaunchFailure("quarkus.datasource.jdbc.url must begin with " + JDBC + "//");
        }
        URI uri = parse("quarkus.datasource.jdbc.url", jdbc.substring("jdbc:".length()));
        Map<String, String> given = parameters(uri);
        Map<String, String> kept = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (REACTIVE_NAME_BY_JDBC_NAME.containsKey(name)) {
                kept.put(REACTIVE_NAME_BY_JDBC_NAME.get(name), value);
            }
        });
        return new DatabaseUrls(
                jdbc,
                "postgresql://" + address(uri) + query(kept),
                Optional.ofNullable(given.get("user")),
                Optional.ofNullable(given.get("password")));
    }

    /**
     * Keeps the reactive URL as it is and derives the JDBC one.
     *
     * @throws LaunchFailure if it is none of Postgres, or names several hosts, which mean different things to the two clients
     */
    static DatabaseUrls ofReactive(String reactive) {
        String plain =
                reactive.startsWith("vertx-reactive:") ? reactive.substring("vertx-reactive:".length()) : reactive;
        if (!plain.startsWith("postgresql:") && !plain.startsWith("postgres:")) {
            throw new LaunchFailure("quarkus.datasource.reactive.url must begin with postgresql://");
        }
        URI uri = parse("quarkus.datasource.reactive.url", plain);
        Map<String, String> given = parameters(uri);
        Map<String, String> kept = new LinkedHashMap<>();
        REACTIVE_NAME_BY_JDBC_NAME.forEach((jdbcName, reactiveName) -> {
            if (given.containsKey(reactiveName)) {
                kept.put(jdbcName, given.get(reactiveName));
            }
        });
        String[] user = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseUrls(
                JDBC + "//" + address(uri) + query(kept),
                reactive,
                Optional.ofNullable(user.length > 0 ? decode(user[0]) : given.get("user")),
                Optional.ofNullable(user.length > 1 ? decode(user[1]) : given.get("password")));
    }

    private static URI parse(String property, String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, without the URL: it may hold a password
        }
        throw new LaunchFailure(property + " must name one host, as in postgresql://host:5432/database;"
                + " for anything else set both QUARKUS_DATASOURCE_JDBC_URL and QUARKUS_DATASOURCE_REACTIVE_URL");
    }

    private static String address(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath();
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            Arrays.stream(uri.getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> parameters.put(decode(pair[0]), decode(pair[1])));
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), joined -> joined.isEmpty() ? "" : "?" + joined));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
