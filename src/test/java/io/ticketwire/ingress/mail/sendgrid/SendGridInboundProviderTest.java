package io.ticketwire.ingress.mail.sendgrid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.Signed;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.InboundMailVectors;
import io.ticketwire.testing.Vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Inbound Parse: the signature, the token, and by what a repeat is known. */
class SendGridInboundProviderTest {

    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_760_000_000);
    private static final Vector VECTOR = InboundMailVectors.SENDGRID;
    private static final Connector WITH_KEY = connector(Map.of("public_key", List.of(InboundMailVectors.SENDGRID_KEY)));
    private static final Connector WITH_TOKEN = connector(Map.of("url_token", List.of("new token", "t0ken")));
    private static final Connector WITH_BOTH =
            connector(Map.of("public_key", List.of(InboundMailVectors.SENDGRID_KEY), "url_token", List.of("t0ken")));

    private final SendGridInboundProvider provider = new SendGridInboundProvider();

    @Test
    void signatureOverTheRawFormIsVerified() {
        assertEquals(new Verification.Verified(), verify(Signed.callback(VECTOR, SIGNED_AT), WITH_KEY));
    }

    @Test
    void formThatWasChangedIsRefused() {
        assertEquals(
                new Verification.Refused("mismatch"), verify(Signed.callback(VECTOR.forged(), SIGNED_AT), WITH_KEY));
    }

    @ParameterizedTest
    @CsvSource({"600, ", "601, stale", "-601, ahead"})
    void oldFormIsRefused(long age, String reason) {
        Connector connector = ConnectorExample.within(Duration.ofMinutes(10), WITH_KEY);

        Verification verification = verify(Signed.callback(VECTOR, SIGNED_AT.plusSeconds(age)), connector);

        assertEquals(reason == null ? new Verification.Verified() : new Verification.Refused(reason), verification);
    }

    @Test
    void formWithoutASignatureIsRefused() {
        assertEquals(new Verification.Refused("missing"), verify(Callback.of(VECTOR.body()), WITH_KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "'?token=t0ken', ",
        "'?a=b&token=new%20token', ",
        "'', missing",
        "'?token=', mismatch",
        "'?token=t0ke', mismatch",
        "'?Token=t0ken', missing",
        "'?token=t0ken&token=t0ken', repeated",
    })
    void tokenInTheUrlIsChecked(String query, String reason) {
        Verification verification = verify(Callback.of("").uri("/api/webhooks/email/inbound" + query), WITH_TOKEN);

        assertEquals(reason == null ? new Verification.Verified() : new Verification.Refused(reason), verification);
    }

    @ParameterizedTest
    @CsvSource({
        "?token=t0ken, true, ",
        "?token=other, true, mismatch",
        "?token=t0ken, false, missing",
        "'', true, missing"
    })
    void whereThereAreBothBothMustBeRight(String query, boolean signed, String reason) {
        Callback request = signed ? Signed.callback(VECTOR, SIGNED_AT) : Callback.of(VECTOR.body());

        Verification verification = verify(request.uri("/api/webhooks/email/inbound" + query), WITH_BOTH);

        assertEquals(reason == null ? new Verification.Verified() : new Verification.Refused(reason), verification);
    }

    @Test
    void connectorWithNeitherAcceptsNothing() {
        assertEquals(new Verification.Refused("no_secret"), verify(Callback.of(""), connector(Map.of())));
        assertEquals(
                new Verification.Refused("no_secret"),
                verify(Callback.of("").uri("/x?token="), connector(Map.of("url_token", List.of("")))));
    }

    @Test
    void repeatIsKnownThoughItsBoundaryIsAnother() {
        Object first = id("xYzZY", "From: a@example.com", "to@example.com");

        assertEquals(first, id("anOther", "From: a@example.com", "to@example.com"));
        assertNotEquals(first, id("xYzZY", "From: b@example.com", "to@example.com"));
    }

    @Test
    void mailIsKnownByItsIdAndItsRecipients() {
        Object first = id("xYzZY", "Message-ID: <1@x>\nX-Spam: 1", "to@example.com");

        assertEquals(first, id("xYzZY", "Message-ID: <1@x>\nX-Spam: 2", "to@example.com"));
        assertNotEquals(first, id("xYzZY", "Message-ID: <1@x>\nX-Spam: 1", "other@example.com"));
    }

    @Test
    void acknowledgementIsEmpty() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, WITH_KEY));
    }

    private Object id(String boundary, String headers, String to) {
        String dash = "--" + boundary;
        String part = "\r\nContent-Disposition: form-data; name=\"";
        String form = dash + part + "headers\"\r\n\r\n" + headers + "\r\n" + dash + part
                + "envelope\"\r\n\r\n{\"to\":[\"" + to + "\"],\"from\":\"a@example.com\"}\r\n" + dash + "--\r\n";
        Reading reading = provider.read(
                Callback.of(form)
                        .mediaType("multipart/form-data")
                        .header("Content-Type", "multipart/form-data; boundary=\"" + boundary + "\"")
                        .get(),
                WITH_KEY);
        return assertInstanceOf(Reading.Events.class, reading).events().get(0).id();
    }

    private Verification verify(Callback request, Connector connector) {
        return provider.verify(request.get(), connector, Trail.noting());
    }

    private static Connector connector(Map<String, List<String>> credentials) {
        return ConnectorExample.with("sendgrid_inbound", credentials);
    }
}
