package io.ticketwire.delivery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * The connections to receivers: kept for the next request to the same address under the same name, bounded per receiver and
 * in total. HTTP/2 where a receiver offers it by ALPN; without TLS, HTTP/1.1. Certificates and host names are always verified.
 */
final class Connections {

    /** Each carries many requests, but may be stuck as a whole. */
    private static final int MAX_HTTP2_PER_RECEIVER = 4;

    /** HTTP/2 says goodbye before it closes, so a request is hardly ever lost by an idle connection. */
    private static final int HTTP2_KEEP_ALIVE_SECONDS = 30;

    /** Longer than any request takes: a connection that is silent for so long is dead, or its receiver wants it idle for ever. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLEANING = Duration.ofMillis(500);

    private final HttpClient plain;
    private final HttpClient secure;
    private final int maxConnections;

    /** All that are open, each with whether it has carried a request. */
    private final Map<HttpConnection, Boolean> open = new ConcurrentHashMap<>();

    Connections(Vertx vertx, DeliverySettings settings, int maxInFlight) {
        this.maxConnections = settings.maxConnections();
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(maxInFlight)
                .setHttp2MaxSize(MAX_HTTP2_PER_RECEIVER)
                .setMaxWaitQueueSize(maxInFlight)
                .setCleanerPeriod((int) CLEANING.toMillis());
        HttpClientOptions tls = options(settings)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setVerifyHost(true);
        settings.trustedCertificates().ifPresent(pem -> tls.setTrustOptions(TrustedCertificates.andThoseOf(pem)));
        this.plain = client(vertx, options(settings), pool);
        this.secure = client(vertx, tls, pool);
    }

    private HttpClient client(Vertx vertx, HttpClientOptions options, PoolOptions pool) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(this::opened)
                .build();
    }

    private static HttpClientOptions options(DeliverySettings settings) {
        int maxHeaders = (int) settings.maxResponseHeaders().asLongValue();
        return new HttpClientOptions()
                .setMaxHeaderSize(maxHeaders)
                .setInitialSettings(
                        new Http2Settings().setMaxHeaderListSize(maxHeaders).setPushEnabled(false))
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setReadIdleTimeout((int) SILENCE.toSeconds())
                .setKeepAliveTimeout((int) Math.max(1, settings.keepAlive().toSeconds()))
                .setHttp2KeepAliveTimeout(HTTP2_KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(false);
    }

    /**
     * A request on a connection to exactly this address; host header, SNI and certificate are by the URL's host name. Fails
     * if there is no connection within the time; then nothing was sent.
     */
    Future<HttpClientRequest> post(URI url, InetAddress address, Map<String, String> headers, long millis) {
        boolean tls = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() == -1 ? (tls ? 443 : 80) : url.getPort();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(target(url))
                .setFollowRedirects(false)
                .setConnectTimeout(millis);
        headers.forEach(options::putHeader);
        return (tls ? secure : plain).request(options);
    }

    private static String target(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** Whether the connection has carried a request before; from now on it has. One that is closed already counts as such. */
    boolean reused(HttpConnection connection) {
        return !open.replace(connection, false, true);
    }

    /** A response is complete: keeps the connection or not. */
    void release(HttpConnection connection) {
        if (open.size() > maxConnections) {
            retire(connection);
        }
    }

    /** Puts no more requests on the connection and closes it when those on it have ended. */
    void retire(HttpConnection connection) {
        connection.shutdown(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void close() {
        plain.close();
        secure.close();
    }

    /** Comes before the connection's first request, on its own thread: it can't be closed before. */
    private void opened(HttpConnection connection) {
        open.put(connection, false);
        connection.closeHandler(ignored -> open.remove(connection));
        // The request on it hears of it, too; without a handler Vert.x logs an error.
        connection.exceptionHandler(ignored -> {});
    }
}
