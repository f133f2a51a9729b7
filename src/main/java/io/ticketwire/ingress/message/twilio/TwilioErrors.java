package io.ticketwire.ingress.message.twilio;

import java.util.Set;

/** Twilio's error codes of messages (https://www.twilio.com/docs/api/errors). */
final class TwilioErrors {

    /** Queues, limits of rate or per day, congestion, what is wrong at Twilio or at the channel: it may work later. */
    private static final Set<String> TEMPORARY = Set.of(
            "21611", "30001", "30009", "30017", "30022", "30023", "30027", "30036", "30410", "30500", "63010", "63012",
            "63017", "63018", "63029", "63038", "63049");

    /** The recipient, the sender, the content or the window of 24 hours is wrong, and stays so. */
    private static final Set<String> PERMANENT = Set.of(
            "21211", "21408", "21610", "21612", "21614", "21617", "30003", "30004", "30005", "30006", "30007", "30010",
            "30011", "30012", "30018", "30019", "30024", "30032", "30034", "30035", "30037", "30038", "30039", "30040",
            "30044", "63003", "63005", "63006", "63007", "63013", "63014", "63015", "63016", "63021", "63024", "63027",
            "63028", "63030", "63031", "63032", "63033", "63035", "63036", "63040", "63041", "63042");

    private TwilioErrors() {}

    /** Whether sending the message again is of no use; null if that is not known. */
    static Boolean permanent(String code) {
        if (code == null) {
            return null;
        }
        if (PERMANENT.contains(code)) {
            return true;
        }
        return TEMPORARY.contains(code) ? false : null;
    }
}
