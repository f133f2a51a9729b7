package io.ticketwire.ingress.mail;

/** Whether a mail was written by somebody, or sent by a program. */
public final class Automatic {

    private Automatic() {}

    /** Why nobody wrote it: {@code auto_reply}, {@code bounce}, {@code loop} or {@code list}; null if somebody did. */
    public static String of(MailMessage mail) {
        return null;
    }
}
