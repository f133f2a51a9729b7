package io.ticketwire.ingress.message.twilio;

import java.util.Set;

import io.ticketwire.ingress.message.ErrorCodes;

/** Twilio's error codes of messages (https://www.twilio.com/docs/api/errors). */
final class TwilioErrors {

    private static final ErrorCodes CODES = new ErrorCodes(
            // The recipient, the sender, the content or the window of 24 hours is wrong, and stays so.
            Set.of(
                    "21211", "21408", "21610", "21612", "21614", "21617", "21635", "30004", "30005", "30006", "30007",
                    "30010", "30011", "30012", "30013", "30014", "30015", "30016", "30018", "30019", "30024", "30032",
                    "30033", "30034", "30037", "30038", "30039", "30040", "30041", "30042", "30044", "63002", "63003",
                    "63005", "63006", "63007", "63013", "63014", "63015", "63016", "63021", "63024", "63027", "63028",
                    "63030", "63031", "63032", "63033", "63034", "63035", "63040", "63042", "63051", "63052"),
            // Phones that are off, queues, limits, what is paused or still being set up, failures of Twilio or the
            // channel.
            Set.of(
                    "21611", "30001", "30003", "30009", "30017", "30020", "30021", "30022", "30023", "30027", "30035",
                    "30036", "30410", "30450", "30453", "30500", "63009", "63010", "63012", "63017", "63018", "63029",
                    "63036", "63037", "63038", "63041", "63049"));

    private TwilioErrors() {}

    /** Whether sending the message again is of no use; null if that is not known. */
    static Boolean permanent(String code) {
        return CODES.isPermanent(code);
    }
}
