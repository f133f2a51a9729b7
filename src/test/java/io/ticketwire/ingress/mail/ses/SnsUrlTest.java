package io.ticketwire.ingress.mail.ses;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which URLs are SNS's, and which only look so. */
class SnsUrlTest {

    private static final String PEM = "/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
    private static final String HOST = "sns.eu-west-1.amazonaws.com";

    static final List<String> FORGED = List.of(
            "http://" + HOST + PEM,
            "HTTPS://" + HOST + PEM + "#x",
            "ftp://" + HOST + PEM,
            "//" + HOST + PEM,
            PEM,
            "https:" + PEM,
            "https://" + HOST,
            "https://" + HOST + "/",
            "https:// not a uri",
            // buckets, and what else anybody may have at AWS
            "https://sns.s3-eu-west-1.amazonaws.com" + PEM,
            "https://sns.s3.amazonaws.com" + PEM,
            "https://s3.amazonaws.com/sns" + PEM,
            "https://sns.amazonaws.com" + PEM,
            "https://foo.amazonaws.com/bar.pem",
            "https://sns.foo.amazonaws.com" + PEM,
            "https://sqs.eu-west-1.amazonaws.com" + PEM,
            "https://x." + HOST + PEM,
            // others' hosts
            "https://" + HOST + ".example.com" + PEM,
            "https://example.com/" + HOST + PEM,
            "https://snsxeu-west-1.amazonaws.com" + PEM,
            "https://sns.eu-west-1.amazonaws.com.cn.example.com" + PEM,
            "https://" + HOST + "." + PEM,
            "https://" + HOST + "@example.com" + PEM,
            "https://example.com@" + HOST + PEM,
            "https://:@" + HOST + PEM,
            "https://example.com\\@" + HOST + PEM,
            "https://" + HOST + ":8443" + PEM,
            "https://" + HOST + ":" + PEM,
            "https://" + HOST + ":80" + PEM,
            "https://localhost:56789/cert.pem",
            // what SNS answers to a query, and other paths
            "https://" + HOST + PEM + "?Action=GetTopicAttributes",
            "https://" + HOST + PEM + "?",
            "https://" + HOST + "/?Action=Publish&x=.pem",
            "https://" + HOST + PEM + "#.pem",
            "https://" + HOST + "/cert.pem",
            "https://" + HOST + "/SimpleNotificationService-12345abcde.pem",
            "https://" + HOST + "/x" + PEM,
            "https://" + HOST + "/x/.." + PEM,
            "https://" + HOST + "/" + PEM,
            "https://" + HOST + "/%53impleNotificationService-0123456789abcdef0123456789abcdef.pem",
            "https://" + HOST + PEM.replace("a", "A"),
            "https://" + HOST + PEM + "/",
            "https://" + HOST + PEM + "%00",
            "https://" + HOST + PEM + "\n",
            "https://" + HOST + PEM + "x".repeat(3_000));

    @ParameterizedTest
    @FieldSource("FORGED")
    void whatOnlyLooksLikeACertificateIsNone(String url) {
        assertTrue(SnsUrl.of(url).filter(SnsUrl::isOfCertificate).isEmpty(), url);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sns:eu-west-1:123456789012:x, sns.eu-west-1.amazonaws.com",
        "arn:aws:sns:ap-southeast-5:123456789012:x, sns.ap-southeast-5.amazonaws.com",
        "arn:aws-us-gov:sns:us-gov-west-1:123456789012:x.fifo, sns.us-gov-west-1.amazonaws.com",
        "arn:aws-cn:sns:cn-northwest-1:123456789012:x, sns.cn-northwest-1.amazonaws.com.cn",
        "arn:aws-eusc:sns:eusc-de-east-1:123456789012:x, sns.eusc-de-east-1.amazonaws.eu",
    })
    void certificateIsWhereTheTopicIs(String arn, String host) {
        TopicArn topic = TopicArn.of(arn).orElseThrow();

        for (String port : List.of("", ":443")) {
            SnsUrl url = SnsUrl.of("https://" + host + port + PEM).orElseThrow();

            assertTrue(url.isOfCertificate());
            assertTrue(url.isAt(topic));
            assertEquals(URI.create("https://" + host + PEM), url.through(null));
            assertEquals(URI.create("http://proxy:1/x" + PEM), url.through("http://proxy:1/x"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sns:eu-west-1:123456789012:x, sns.cn-north-1.amazonaws.com.cn",
        "arn:aws:sns:cn-north-1:123456789012:x, sns.cn-north-1.amazonaws.com.cn",
        "arn:aws-cn:sns:cn-north-1:123456789012:x, sns.cn-north-1.amazonaws.com",
        "arn:aws:sns:us-east-1:123456789012:x, sns.us-east-2.amazonaws.com",
    })
    void certificateIsNowhereElse(String arn, String host) {
        SnsUrl url = SnsUrl.of("https://" + host + PEM).orElseThrow();

        assertEquals(false, url.isAt(TopicArn.of(arn).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn",
                "baz",
                "arn:aws:sqs:eu-west-1:1:x",
                "arn:aws:sns:s3-eu-west-1:1:x",
                "arn:aws:sns:eu-west-1.example.com#:1:x",
                "arn:aws-iso:sns:us-iso-east-1:1:x",
                "arn:aws:sns:eu-west-1:1:x:subscription"
            })
    void whatIsNoTopicIsNone(String arn) {
        assertTrue(TopicArn.of(arn).isEmpty());
    }

    /** By AWS's own SDK for Java, SnsHostProviderTest. */
    @ParameterizedTest
    @CsvSource({
        "aws-us-gov, us-gov-west-1, sns-us-gov-west-1.amazonaws.com",
        "aws-us-gov, us-gov-east-1, sns-us-gov-west-1.amazonaws.com",
        "aws-cn, cn-north-1, sns-cn-north-1.amazonaws.com.cn",
        "aws-cn, cn-northwest-1, sns-cn-northwest-1.amazonaws.com.cn",
        "aws-cn, cn-northwest-9, sns.amazonaws.com.cn",
        "aws, me-south-1, sns-signing.me-south-1.amazonaws.com",
        "aws, ap-east-1, sns-signing.ap-east-1.amazonaws.com",
        "aws, mx-central-1, sns-signing.mx-central-1.amazonaws.com",
        "aws-eusc, eusc-de-east-1, sns-signing.eusc-de-east-1.amazonaws.eu",
        "aws, us-east-1, sns.amazonaws.com",
        "aws, us-east-9, sns.amazonaws.com",
    })
    void messagesOfARegionAreSignedByItsSigner(String partition, String region, String signer) {
        Set<String> signers = TopicArn.of("arn:" + partition + ":sns:" + region + ":1:x")
                .orElseThrow()
                .signers();

        assertTrue(signers.contains(signer), signers::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:1:x&Token=t, true",
        "?Action=ConfirmSubscription&TopicArn=arn%3Aaws%3Asns%3Aeu-west-1%3A1%3Ax&Token=t, true",
        "/?Action=Unsubscribe&TopicArn=arn:aws:sns:eu-west-1:1:x&Token=t, false",
        "/?Action=ConfirmSubscription&Action=Publish&TopicArn=arn:aws:sns:eu-west-1:1:x, false",
        "/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:1:y&Token=t, false",
        "/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:1:x&TopicArn=y, false",
        "/?Action=ConfirmSubscription&Token=t, false",
        "/x?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:1:x, false",
        "/, false",
    })
    void onlyAConfirmationOfTheTopicIsCalled(String rest, boolean confirms) {
        SnsUrl url = SnsUrl.of("https://" + HOST + rest).orElseThrow();

        assertEquals(confirms, url.confirms("arn:aws:sns:eu-west-1:1:x"));
    }

    @Test
    void subscriptionIsConfirmedWithTheQueryAsItWasSent() {
        String url = "https://" + HOST + "/?Action=ConfirmSubscription&TopicArn=a%3Ab&Token=%2Bx";

        assertEquals(URI.create(url), SnsUrl.of(url).orElseThrow().through(null));
    }
}
