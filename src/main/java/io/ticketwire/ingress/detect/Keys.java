package io.ticketwire.ingress.detect;

import java.util.Locale;
import java.util.Set;

/** One spelling for a property's name: {@code customerEmail}, {@code Customer-Email} and {@code customer email} are {@code customer_email}. */
final class Keys {
    private static final int LONGEST = 100;
    /** The last ones are Azure DevOps' ({@code System.Title}), form tools' and monday's. */
    private static final Set<String> PREFIXES = Set.of(
            "ticket",
            "issue",
            "case",
            "conversation",
            "incident",
            "request",
            "hs",
            "sys",
            "x",
            "u",
            "system",
            "your",
            "pulse");

    private static final Set<String> TICKET_PREFIXES =
            Set.of("ticket", "issue", "case", "conversation", "incident", "pulse");
    private static final String NAMESPACE = "microsoft_vsts_common_";
    /** An HTTP request or a custom column has an id, too. */
    private static final Set<String> NO_ID_OF_OURS = Set.of("request", "x", "u");

    private Keys() {}

    static String normal(String key) {
        if (key.length() > LONGEST) {
            return key;
        }
        return isNormal(key) ? key : rewritten(key);
    }

    /** What is left of a normal key without a prefix such as {@code ticket_}; null if that is no word we look for. */
    static String withoutPrefix(String normalKey) {
        if (normalKey.startsWith(NAMESPACE)) {
            return known(normalKey.substring(NAMESPACE.length()));
        }
        int end = normalKey.indexOf('_');
        if (end < 1 || !PREFIXES.contains(normalKey.substring(0, end)) && !isQuestion(normalKey, end)) {
            return null;
        }
        String rest = normalKey.substring(end + 1);
        if (rest.equals("id") && NO_ID_OF_OURS.contains(normalKey.substring(0, end))) {
            return null;
        }
        return known(rest);
    }

    private static String known(String rest) {
        return Synonyms.ALL.contains(rest) ? rest : Spellings.canonical(rest);
    }

    /** Jotform numbers its questions: {@code q5_subject}. */
    private static boolean isQuestion(String key, int end) {
        boolean question = end > 1 && key.charAt(0) == 'q';
        for (int i = 1; question && i < end; i++) {
            question = key.charAt(i) >= '0' && key.charAt(i) <= '9';
        }
        return question;
    }

    /** The key itself says that it is about a ticket: {@code ticket_subject}, {@code case_number}. */
    static boolean namesTicket(String normalKey) {
        int end = normalKey.indexOf('_');
        return end > 0 && TICKET_PREFIXES.contains(normalKey.substring(0, end)) && withoutPrefix(normalKey) != null;
    }

    private static boolean isNormal(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' && i > 0 && key.charAt(i - 1) != '_')) {
                return false;
            }
        }
        return !key.isEmpty() && key.charAt(key.length() - 1) != '_';
    }

    private static String rewritten(String key) {
        StringBuilder normal = new StringBuilder(key.length() + 4);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                separate(normal);
            } else {
                if (Character.isUpperCase(c) && startsWord(key, i)) {
                    separate(normal);
                }
                normal.append(c);
            }
        }
        int end = normal.length();
        return normal.substring(0, end > 0 && normal.charAt(end - 1) == '_' ? end - 1 : end)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String key, int i) {
        if (i == 0) {
            return false;
        }
        boolean afterLower = !Character.isUpperCase(key.charAt(i - 1));
        boolean beforeLower = i + 1 < key.length() && Character.isLowerCase(key.charAt(i + 1));
        return afterLower || beforeLower;
    }

    private static void separate(StringBuilder normal) {
        if (normal.length() > 0 && normal.charAt(normal.length() - 1) != '_') {
            normal.append('_');
        }
    }
}
