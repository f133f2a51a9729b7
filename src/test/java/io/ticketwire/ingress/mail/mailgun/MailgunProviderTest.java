package io.ticketwire.ingress.mail.mailgun;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.NotInMemory;
import io.ticketwire.ingress.mail.Signed;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.InboundMailVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Mailgun's signature: of mailgun-php, Rails' Action Mailbox and django-anymail, and what is wrong with it. */
class MailgunProviderTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "5egbgr1vjgqxtrnp65xfznchgdccwh5d6i09vijqi3whgowmn6";
    private static final String HEX = "9cfc5c41582e51246e73c88d34db3af0a3a2692a76fbab81492842f000256d33";
    private static final String SIGNED = "timestamp=1403645220&token=" + TOKEN + "&signature=" + HEX;
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_403_645_220);

    private final MailgunProvider provider = new MailgunProvider();

    @Test
    void signatureOfMailgunsOwnTestsIsVerified() {
        Verification verification = provider.verify(
                Signed.request(InboundMailVectors.MAILGUN_ROUTE, SIGNED_AT), connector(), Trail.noting());

        assertEquals(new Verification.Verified(TOKEN), verification);
    }

    @ParameterizedTest
    @CsvSource({"0, ", "120, ", "660, stale", "-301, ahead"})
    void signatureOfActionMailboxIsVerifiedWhileItIsFresh(long age, String reason) {
        Instant receivedAt = Instant.ofEpochSecond(1_539_112_500).plusSeconds(age);

        Verification verification = provider.verify(
                Signed.request(InboundMailVectors.MAILGUN_RAILS, receivedAt),
                connector(InboundMailVectors.RAILS_KEY),
                Trail.noting());

        assertEquals(
                reason == null
                        ? new Verification.Verified("7VwW7k6Ak7zcTwoSoNm7aTtbk1g67MKAnsYLfUB7PdszbgR5Xi")
                        : new Verification.Refused(reason),
                verification);
    }

    @Test
    void timeThatIsNoNumberIsRefusedThoughItIsSigned() {
        String form = "timestamp=not-a-number&token=7VwW7k6Ak7zcTwoSoNm7aTtbk1g67MKAnsYLfUB7PdszbgR5Xi"
                + "&signature=680199286bd54e41daf6ead96de4f2b953bf2324e2a86eb888206fdddda04550";

        assertEquals(new Verification.Refused("malformed_time"), verify(form, InboundMailVectors.RAILS_KEY));
    }

    @Test
    void reportIsVerified() {
        Verification verification = provider.verify(
                NotInMemory.request(
                        Signed.request(InboundMailVectors.MAILGUN_REPORT, Instant.ofEpochSecond(1_534_108_640))),
                connector("TEST_API_KEY", "TEST_WEBHOOK_SIGNING_KEY"),
                Trail.noting());

        assertEquals(new Verification.Verified("c47468e81de0818af77f3e14a728602a29"), verification);
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp=1403645220&token=owyldpe6nxhmrn78epljl6bj0orrki1u3d2v5e6cnlmmuox8jr&signature=" + HEX + ", mismatch",
        "timestamp=1403645221&token=" + TOKEN + "&signature=" + HEX + ", mismatch",
        "timestamp=0&token=&signature=, missing",
        "'', missing",
        "timestamp=1403645220&token=" + TOKEN + ", missing",
        "token=" + TOKEN + "&signature=" + HEX + ", missing",
        "timestamp=1403645220&signature=" + HEX + ", missing",
        "timestamp=1403645220.0&token=" + TOKEN + "&signature=" + HEX + ", malformed_time",
        "timestamp=-1403645220&token=" + TOKEN + "&signature=" + HEX + ", malformed_time",
        "timestamp=1403645220&token=" + TOKEN + "&signature=9cfc, malformed",
        "timestamp=1403645220&token=" + TOKEN + "&signature=xyz, malformed",
    })
    void whatIsNotExactlyRightIsRefused(String form, String reason) {
        assertEquals(new Verification.Refused(reason), verify(form, InboundMailVectors.MAILGUN_KEY));
    }

    @Test
    void lastOfFieldsThatComeTwiceCounts() {
        String before = "timestamp=1&token=variable&signature=variable&" + SIGNED;
        String behind = SIGNED + "&token=variable";

        assertEquals(new Verification.Verified(TOKEN), verify(before, InboundMailVectors.MAILGUN_KEY));
        assertEquals(new Verification.Refused("mismatch"), verify(behind, InboundMailVectors.MAILGUN_KEY));
    }

    @Test
    void signatureOfThePrimaryAccountIsAsGood() {
        String form =
                "timestamp=1403645220&token=" + TOKEN + "&signature=" + "0".repeat(64) + "&parent-signature=" + HEX;
        String json = "{\"signature\":{\"timestamp\":1403645220,\"token\":\"" + TOKEN + "\",\"signature\":\""
                + "0".repeat(64) + "\",\"parent-signature\":\"" + HEX + "\"}}";

        assertEquals(new Verification.Verified(TOKEN), verify(form, InboundMailVectors.MAILGUN_KEY));
        assertEquals(
                new Verification.Verified(TOKEN),
                provider.verify(Callback.of(json).receivedAt(SIGNED_AT).get(), connector(), Trail.noting()));
    }

    @Test
    void oneOfSeveralKeysIsEnoughAndNoneIsNotEnough() {
        assertEquals(new Verification.Verified(TOKEN), verify(SIGNED, "new", InboundMailVectors.MAILGUN_KEY));
        assertEquals(new Verification.Refused("mismatch"), verify(SIGNED, "new"));
        assertEquals(new Verification.Refused("no_secret"), verify(SIGNED));
        assertEquals(new Verification.Refused("no_secret"), verify(SIGNED, ""));
    }

    @Test
    void timeIsNotLookedAtWhereTheWindowIsSwitchedOff() {
        Verification verification = provider.verify(
                form(SIGNED).receivedAt(Instant.EPOCH).get(),
                ConnectorExample.within(Duration.ZERO, connector()),
                Trail.noting());

        assertEquals(new Verification.Verified(TOKEN), verification);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"signature\":\"x\"}", "{\"signature\":{\"token\":{}}}", "nonsense"})
    void jsonWithoutASignatureIsRefused(String json) {
        assertEquals(
                new Verification.Refused("missing"),
                provider.verify(Callback.of(json).receivedAt(SIGNED_AT).get(), connector(), Trail.noting()));
    }

    @Test
    void whatIsOfNoUseIsNotToBeSentAgain() {
        assertEquals(Reply.empty(406), provider.acknowledgement(new Reading.Nothing("unknown_event", ""), connector()));
        assertEquals(Reply.EMPTY, provider.acknowledgement(new Reading.Events(List.of()), connector()));
    }

    @Test
    void longMailLosesItsEndAndNotItsSender() {
        String form =
                "body-html=" + "x".repeat(3_000_000) + "&body-plain=" + "y".repeat(3_000_000) + "&message-headers="
                        + "z".repeat(3_000_000) + "&sender=jane%40example.com&from=jane%40example.com&" + SIGNED;

        Reading reading = provider.read(form(form).get(), connector());

        Reading.Events events = assertInstanceOf(Reading.Events.class, reading);
        String data = Json.text(events.events().get(0).data());
        assertEquals("jane@example.com", Json.tree(data).at("/message/from").asText());
        assertEquals(65_536, Json.tree(data).at("/message/text").asText().length());
    }

    private Verification verify(String form, String... keys) {
        return provider.verify(form(form).get(), connector(keys), Trail.noting());
    }

    private static Callback form(String form) {
        return Callback.of(form).mediaType(FORM).receivedAt(SIGNED_AT);
    }

    private static Connector connector() {
        return connector(InboundMailVectors.MAILGUN_KEY);
    }

    private static Connector connector(String... keys) {
        return ConnectorExample.with("mailgun", Map.of("signing_key", List.of(keys)));
    }
}
