package io.ticketwire.ingress.mail.ses;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an SNS topic, as far as it tells where the topic is (https://docs.aws.amazon.com/general/latest/gr/sns.html).
 *
 * @param domain of the partition of AWS that has the region
 */
record TopicArn(String region, String domain) {

    private static final Pattern ARN =
            Pattern.compile("arn:([a-z-]{3,20}):sns:([a-z]{2,4}(?:-[a-z]+){1,4}-\\d{1,2}):\\w+:[^:]+");
    private static final Map<String, String> DOMAINS = Map.of(
            "aws", "amazonaws.com",
            "aws-us-gov", "amazonaws.com",
            "aws-cn", "amazonaws.com.cn",
            "aws-eusc", "amazonaws.eu");

    /** Empty if it is none of SNS, or of a partition that the internet has no way to. */
    static Optional<TopicArn> of(String text) {
        Matcher arn = ARN.matcher(text);
        return arn.matches() && DOMAINS.containsKey(arn.group(1))
                ? Optional.of(new TopicArn(arn.group(2), DOMAINS.get(arn.group(1))))
                : Optional.empty();
    }

    /** The one host that serves the certificates of the region's messages and confirms subscriptions. */
    String host() {
        return "sns." + region + "." + domain;
    }

    /**
     * Whom the certificate of a message may be of: SNS as a whole, or of its region where that came later or stands apart.
     * That of both American government regions is the western one's.
     */
    Set<String> signers() {
        String apart = region.startsWith("us-gov-") ? "us-gov-west-1" : region;
        return Set.of("sns." + domain, "sns-signing." + region + "." + domain, "sns-" + apart + "." + domain);
    }
}
