package io.ticketwire.ingress.message.plivo;

import java.util.List;
import java.util.Map;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MessagingVectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Plivo's signatures by the vectors of plivo-go, -ruby, -java, -node and -php; and what it hears. */
class PlivoProviderTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String XML = "https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml";
    private static final String TOKEN = "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4";
    private static final String NONCE = "31627761595286130198";
    private static final String CALL = new String(MessagingVectors.PLIVO_V3.body(), UTF_8);
    private static final String OF_CALL = "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=";
    private static final String V2 = "ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=";
    private static final Verification VERIFIED = new Verification.Verified(NONCE);
    private static final Verification MISMATCH = new Verification.Refused("mismatch");

    private final PlivoProvider provider = new PlivoProvider();

    @ParameterizedTest
    @CsvSource({
        "/?a=b&c=d, k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c=",
        "/?c=d&a=b, k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c=",
        "'', iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=",
    })
    void publishedSignatureOfAPostIsRight(String rest, String signature) {
        assertEquals(VERIFIED, verify(XML + rest, v3(Callback.of(CALL).mediaType(FORM), signature)));
    }

    @ParameterizedTest
    @CsvSource({
        "/?a=b&c=d&, UBq8jAtd32wR8EK9VgxbBn4n5rpI/l1H9iN4WfSEHFQ=",
        "?, i/MQsaQSAd6fiKhOh2qeeeLHZ9faldADSb3/7+Akfbc=",
    })
    void publishedSignatureOfAGetIsRight(String before, String signature) {
        assertEquals(VERIFIED, verify(XML + before + CALL, v3(get(), signature)));
        assertEquals(MISMATCH, verify(XML + before + CALL + "&more=1", v3(get(), signature)));
    }

    @Test
    void urlNonceAndEveryParameterAreSigned() {
        assertEquals(MISMATCH, verify(XML, v3(Callback.of(CALL + "1").mediaType(FORM), OF_CALL)));
        assertEquals(MISMATCH, verify(XML, v3(Callback.of("").mediaType(FORM), OF_CALL)));
        assertEquals(MISMATCH, verify(XML + "/", v3(form(), OF_CALL)));
        assertEquals(MISMATCH, verify(XML + "?a=b", v3(form(), OF_CALL)));
        assertEquals(
                MISMATCH,
                verify(
                        XML,
                        form().header("X-Plivo-Signature-V3", OF_CALL)
                                .header("X-Plivo-Signature-V3-Nonce", NONCE + "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "'iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=,other', true",
        "'other, iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=', true",
        "'other,another', false",
        "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0, false",
        "IAJE5QQI37MBKYE4W3JTMUDQEZBDUFDQI7SYWTU64E0=, false",
    })
    void headerMayListSeveralSignatures(String list, boolean right) {
        assertEquals(right ? VERIFIED : MISMATCH, verify(XML, v3(form(), list)));
    }

    @Test
    void mainAccountMaySignForItsSubAccount() {
        Callback call = v3(form(), "of the sub-account").header("X-Plivo-Signature-Ma-V3", OF_CALL);
        Callback alone = form().header("X-Plivo-Signature-MA-V3", OF_CALL).header("X-Plivo-Signature-V3-Nonce", NONCE);

        assertEquals(VERIFIED, verify(XML, call));
        assertEquals(VERIFIED, verify(XML, alone));
    }

    @ParameterizedTest
    @CsvSource({
        "https://answer.url, 12345, my_auth_token, ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
        "https://answer.url?a=b, 12345, my_auth_token, ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
        "https://answer.url/, 12345, my_auth_token, do1CXv+k99A6+B+eTcyqbxWlezFIxJ/1vz72787r37g=",
        "https://answer.url:8000, 12345, my_auth_token, Gm7Z7AGBmf5JpSHrtUmeofrGyA4xV0ZiV0rH8JPXWGU=",
        "https://answer.url:8000, 24725744043720739450, my_auth_token, LDphWoWimP4QM5AoWI1uwP6WmlWtt5ITPZjXIWYvCNU=",
        "https://answer.url:8080, 123456, my_auth_tokens, xeV6S6BPIQJ/rgKCjCm/Fo2ve5zNe1fatQoHyRT8vxQ=",
    })
    void olderSignatureTellsWhoCalledAndNoMore(String url, String nonce, String token, String signature) {
        Verification verification = verify(connector(token), url, v2(signature, nonce));

        assertEquals(new Verification.SenderOnly(nonce), verification);
    }

    @ParameterizedTest
    @CsvSource({
        "https://answer.url, 12345, my_auth_tokens",
        "https://answer.url, 123456, my_auth_token",
        "https://answer.url:8000, 12345, my_auth_token",
        "https://answer.url:8080, 12345, my_auth_token",
        "http://answer.url, 12345, my_auth_token",
    })
    void olderSignatureOfAnythingElseIsRefused(String url, String nonce, String token) {
        assertEquals(MISMATCH, verify(connector(token), url, v2(V2, nonce)));
    }

    @Test
    void olderSignatureDoesNotHealANewerOne() {
        Callback both = v3(v2(V2, "12345"), "wrong");

        assertEquals(MISMATCH, verify(connector("my_auth_token"), "https://answer.url", both));
    }

    @Test
    void newerSignatureWithoutItsNonceIsNoneWhereThereIsAnOlderOne() {
        Callback both = v2(V2, "12345").header("X-Plivo-Signature-V3", "x");

        Verification verification = verify(connector("my_auth_token"), "https://answer.url", both);

        assertEquals(new Verification.SenderOnly("12345"), verification);
    }

    @Test
    void mainAccountMaySignInTheOlderWay() {
        Callback call = form().header("X-Plivo-Signature-Ma-V2", V2).header("X-Plivo-Signature-V2-Nonce", "12345");

        Verification verification = verify(connector("my_auth_token"), "https://answer.url", call);

        assertEquals(new Verification.SenderOnly("12345"), verification);
    }

    @Test
    void headersAreGivenOnceAndNotEmpty() {
        assertEquals(refused("missing"), verify(XML, form()));
        assertEquals(refused("missing"), verify(XML, form().header("X-Plivo-Signature-V3-Nonce", NONCE)));
        assertEquals(refused("missing_nonce"), verify(XML, form().header("X-Plivo-Signature-V3", OF_CALL)));
        assertEquals(refused("missing_nonce"), verify(XML, form().header("X-Plivo-Signature-V2", V2)));
        assertEquals(refused("malformed"), verify(XML, v3(form(), "")));
        assertEquals(refused("malformed"), verify(XML, v3(form(), " , ")));
        assertEquals(
                refused("malformed"),
                verify(XML, form().header("X-Plivo-Signature-V3", OF_CALL).header("X-Plivo-Signature-V3-Nonce", "")));
        assertEquals(refused("repeated"), verify(XML, v3(v3(form(), OF_CALL), OF_CALL)));
        assertEquals(refused("repeated"), verify(XML, v3(form(), OF_CALL).header("X-Plivo-Signature-V3-Nonce", NONCE)));
        assertEquals(refused("malformed"), verify(XML, v3(Callback.of("a=1&".repeat(1_001)), OF_CALL)));
    }

    @Test
    void eitherOfTwoTokensIsRightAndNoneIsNot() {
        assertEquals(VERIFIED, verify(connector("the new one", TOKEN), XML, v3(form(), OF_CALL)));
        assertEquals(MISMATCH, verify(connector("the new one"), XML, v3(form(), OF_CALL)));
        assertEquals(refused("no_secret"), verify(connector(), XML, v3(form(), OF_CALL)));
        assertEquals(refused("no_secret"), verify(connector(""), XML, v3(form(), OF_CALL)));
    }

    @Test
    void getSaysInItsQueryWhatAPostSaysInItsForm() {
        String text = "From=14155552671&To=15017122661&Text=Hi&MessageUUID=u1&Type=sms";
        Callback get = get().uri("/api/webhooks/plivo?" + text);

        assertEquals(data(read(Callback.of(text).mediaType(FORM))), data(read(get)));
        assertTrue(provider.isCalledBy(HttpMethod.GET) && provider.isCalledBy(HttpMethod.POST));
    }

    @Test
    void statusIsKnownByItsIdAndWord() {
        Reading reading =
                read(Callback.of("MessageUUID=u1&Status=sent&From=1&To=2").mediaType(FORM));

        assertEquals(Ids.event(ConnectorExample.ID, "u1:sent"), event(reading).id());
        assertEquals(Reply.EMPTY, provider.acknowledgement(reading, connector(TOKEN)));
    }

    @Test
    void formThatIsTooLongIsMalformed() {
        assertInstanceOf(
                Reading.Malformed.class, read(Callback.of("a=1&".repeat(1_001)).mediaType(FORM)));
    }

    private Reading read(Callback callback) {
        return provider.read(callback.get(), connector(TOKEN));
    }

    private static InboundEvent event(Reading reading) {
        return ((Reading.Events) reading).events().get(0);
    }

    private static String data(Reading reading) {
        return Json.text(event(reading).data());
    }

    private static Callback get() {
        return Callback.of("").mediaType(null).method("GET");
    }

    private static Callback form() {
        return Callback.of(CALL).mediaType(FORM);
    }

    private static Callback v3(Callback call, String signature) {
        return call.header("X-Plivo-Signature-V3", signature).header("X-Plivo-Signature-V3-Nonce", NONCE);
    }

    private static Callback v2(String signature, String nonce) {
        return Callback.of("From=1&To=2")
                .mediaType(FORM)
                .header("X-Plivo-Signature-V2", signature)
                .header("X-Plivo-Signature-V2-Nonce", nonce);
    }

    private static Verification refused(String reason) {
        return new Verification.Refused(reason);
    }

    private static Connector connector(String... tokens) {
        return ConnectorExample.with("plivo", Map.of("auth_token", List.of(tokens)));
    }

    private Verification verify(String url, Callback call) {
        return verify(connector(TOKEN), url, call);
    }

    /** Called at {@code url}, which was typed in without its query. */
    private Verification verify(Connector connector, String url, Callback call) {
        int query = url.indexOf('?');
        Callback called = call.uri(query < 0 ? "/" : "/" + url.substring(query));
        return provider.verify(called.get(), ConnectorExample.at(url, connector), Trail.NONE);
    }
}
