package io.ticketwire.platform;

import java.util.regex.Pattern;

/** Text of others in a header or a log: what could be a line of its own there, or a command to a terminal, is none. */
public final class OneLine {

    /** C0, DEL, C1, and the separators of lines and paragraphs. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    /** The text with a space in place of control characters, one for all that stand together. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
