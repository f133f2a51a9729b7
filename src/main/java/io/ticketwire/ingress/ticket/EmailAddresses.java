package io.ticketwire.ingress.ticket;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ticketwire.text.CleanText;

/** One e-mail address out of one field, in the forms of mail headers. Doubtful ones are none: a false address is worse than null. */
public final class EmailAddresses {
    /** An address and the name written before it; the name may be null. */
    public record Mailbox(String name, String address) {}

    private static final int MAX_LENGTH = 254;
    private static final int MAX_FIELD = 1_000;
    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])");
    private static final Pattern PUNCTUATION = Pattern.compile("[._-]");
    private static final Pattern NAMED = Pattern.compile("([^<>]*)<\\s*([^<>\\s]+)\\s*>");
    private static final Set<String> MACHINES = Set.of(
            "noreply",
            "donotreply",
            "mailerdaemon",
            "postmaster",
            "bounce",
            "bounces",
            "notification",
            "notifications",
            "notify",
            "mailer",
            "autoreply");
    private static final Set<String> DESKS = Set.of(
            "support",
            "help",
            "helpdesk",
            "servicedesk",
            "service",
            "tickets",
            "ticket",
            "desk",
            "customerservice",
            "customersupport",
            "customercare",
            "supportteam",
            "itsupport");

    private EmailAddresses() {}

    /** Understands {@code jane@x.com}, {@code mailto:jane@x.com} and {@code "Doe, Jane" <jane@x.com>}; null for anything else. */
    public static Mailbox parse(String field) {
        if (field == null || field.length() > MAX_FIELD || field.indexOf('@') < 0) {
            return null;
        }
        String text = CleanText.clean(field).trim();
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            String address = address(named.group(2));
            return address == null ? null : new Mailbox(name(named.group(1)), address);
        }
        String address = address(text);
        return address == null ? null : new Mailbox(null, address);
    }

    /** The address in lower case, or null if it is none that could be written to. */
    public static String address(String text) {
        String lower = text.trim().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("mailto:") ? lower.substring("mailto:".length()) : lower;
        if (bare.length() > MAX_LENGTH || bare.indexOf('@') > 64) {
            return null;
        }
        return ADDRESS.matcher(bare).matches() ? bare : null;
    }

    /** Nobody reads this one: no-reply, mailer-daemon and the like. */
    public static boolean isMachine(String address) {
        return MACHINES.contains(account(address)) || address.contains("@noreply.") || address.contains(".noreply.");
    }

    /** By its name the address of a help desk, not of somebody who asks for help. */
    public static boolean isDesk(String address) {
        return DESKS.contains(account(address));
    }

    private static String account(String address) {
        int end =
                address.indexOf('+') > 0 ? Math.min(address.indexOf('+'), address.indexOf('@')) : address.indexOf('@');
        return PUNCTUATION.matcher(address.substring(0, end)).replaceAll("");
    }

    private static String name(String written) {
        String name = written.trim();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replace("\\\"", "\"").trim();
        }
        return name.isEmpty() || name.indexOf('@') >= 0 ? null : name;
    }
}
