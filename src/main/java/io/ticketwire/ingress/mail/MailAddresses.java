package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.ticketwire.text.JsonText;

/**
 * The addresses of a From, To or Cc header (RFC 5322, section 3.4), as mail programs write them: names with commas that nobody
 * quoted, names behind the address in brackets, groups, addresses in quotes. Encoded words are decoded at last, since what
 * they hold is no syntax.
 */
public final class MailAddresses {

    /** More than anybody writes to. */
    private static final int MAX = 1_000;

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile("(?:\"[^\"]+\"|[^\\s<>@,;:()\"]+)@[^\\s<>@,;:()\"'\\\\]+");

    private static final Pattern BLANKS_AROUND_DOT = Pattern.compile("\\s++\\.\\s*+|\\.\\s++");

    private MailAddresses() {}

    /** In their order; without those that are none. Null has none. */
    public static List<MailAddress> parse(String header) {
        List<MailAddress> addresses = new ArrayList<>();
        String name = "";
        for (String part : header == null ? List.<String>of() : parts(header)) {
            MailAddress address = address(part, name);
            if (address != null && addresses.size() < MAX) {
                addresses.add(address);
            }
            // "Doe, Jane <jane@example.com>" has a comma that should have been quoted.
            name = address != null || part.isBlank() ? "" : joined(name, part);
        }
        return addresses;
    }

    /** The first one; null if there is none. */
    public static MailAddress first(String header) {
        List<MailAddress> addresses = parse(header);
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    /** A bare address in lower case; null if it is none. */
    public static String bare(String written) {
        String address = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        address = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
        address = address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches() ? address : null;
    }

    private static String joined(String before, String part) {
        return before.isEmpty() ? part : before + ", " + part.strip();
    }

    private static MailAddress address(String part, String before) {
        int close = part.lastIndexOf('>');
        int open = part.lastIndexOf('<', close < 0 ? part.length() : close);
        String inAngles = open < 0 ? null : unquoted(part.substring(open + 1, close < 0 ? part.length() : close));
        if (inAngles != null) {
            String name = name(joined(before, part.substring(0, open)));
            return new MailAddress(name == null ? comment(part) : name, inAngles);
        }
        // Without an end, it may be a "less than".
        String email = open >= 0 && close >= 0 ? null : unquoted(part);
        return email == null ? null : new MailAddress(comment(part), email);
    }

    private static String unquoted(String written) {
        for (String spelling : List.of(written, plain(written), withoutQuotes(plain(written)))) {
            String email = bare(spelling);
            if (email != null) {
                return email;
            }
        }
        return null;
    }

    /** Without what standards once allowed in an address: comments, the route to it, and blanks. */
    private static String plain(String written) {
        String address = withoutComments(written).strip();
        if (address.length() > 2 * LONGEST) {
            return address;
        }
        String target = address.startsWith("@") ? address.substring(address.indexOf(':') + 1) : address;
        int at = target.startsWith("\"") ? -1 : target.indexOf('@');
        // Of what stands before it, what ends with a dot may be a title.
        return at < 0
                ? target
                : target.substring(0, at).stripTrailing()
                        + BLANKS_AROUND_DOT
                                .matcher(target.substring(at).replaceFirst("@\\s++", "@"))
                                .replaceAll(".");
    }

    /** Outlook writes {@code 'jane@example.com'}. */
    private static String withoutQuotes(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && "'\" ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && "'\" ".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String name(String phrase) {
        String plain = withoutComments(phrase).strip();
        boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
        String unquoted = quoted ? plain.substring(1, plain.length() - 1).replaceAll("\\\\(.)", "$1") : plain;
        return JsonText.line(EncodedWords.decoded(unquoted));
    }

    /** What stands in brackets was the name once: {@code jane@example.com (Jane Doe)}. */
    private static String comment(String part) {
        int open = part.indexOf('(');
        int close = part.lastIndexOf(')');
        return open < 0 || close < open ? null : JsonText.line(EncodedWords.decoded(part.substring(open + 1, close)));
    }

    private static String withoutComments(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && depth > 0) {
                i++;
                continue;
            }
            quoted ^= c == '"' && depth == 0;
            depth += c == '(' && !quoted ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == ')' && !quoted && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }

    /** What stands between commas, semicolons and the colons of groups, but not in quotes, brackets or angle brackets. */
    private static List<String> parts(String header) {
        List<String> parts = new ArrayList<>();
        int lastQuote = header.lastIndexOf('"');
        int lastBracket = header.lastIndexOf(')');
        int lastAngle = header.lastIndexOf('>');
        int from = 0;
        char until = 0;
        for (int i = 0; i < header.length() && parts.size() <= 2 * MAX; i++) {
            char c = header.charAt(i);
            if (until != 0) {
                i += c == '\\' && until != '>' ? 1 : 0;
                until = c == until ? 0 : until;
            } else if (c == '"' && i < lastQuote) {
                until = '"';
            } else if (c == '(' && i < lastBracket) {
                until = ')';
            } else if (c == '<' && i < lastAngle) {
                until = '>';
            } else if (c == ',' || c == ';') {
                parts.add(header.substring(from, i));
                from = i + 1;
            } else if (c == ':' && !header.startsWith("mailto", Math.max(0, i - "mailto".length()))) {
                from = i + 1;
            }
        }
        parts.add(header.substring(Math.min(from, header.length())));
        return parts;
    }
}
