package io.ticketwire.text;

import java.util.Set;

/**
 * Long lines of titles and addresses: {@code Rua Augusta, 1500 - 12º andar - Bela Vista - São Paulo - SP, 01305-100}. Nearly every word
 * of them begins with a capital, or is a number or one of those that stand between names.
 */
final class Titled {

    private static final int MOST_WORDS = 20;

    private static final Set<String> BETWEEN = Set.of(
            "de", "da", "do", "das", "dos", "e", "ao", "à", "a", "em", "para", "del", "la", "las", "los", "el", "y",
            "di", "della", "delle", "dei", "du", "des", "le", "les", "et", "of", "the", "and", "for", "in", "für",
            "und", "der", "die", "den", "am", "im", "van", "het", "en", "voor", "andar", "sala", "bloco", "piso",
            "floor");

    private Titled() {}

    static boolean is(String said) {
        int words = 0;
        int capital = 0;
        for (String word : said.split("[\\s,|/·•–-]+")) {
            if (word.isEmpty() || !Character.isLetter(word.charAt(0)) || BETWEEN.contains(word)) {
                continue;
            }
            if (!Character.isUpperCase(word.charAt(0))) {
                return false;
            }
            words++;
            // Whoever shouts writes in capitals only.
            capital += word.length() > 1 && Character.isLowerCase(word.charAt(1)) ? 1 : 0;
        }
        return words >= 2 && words <= MOST_WORDS && capital * 2 >= words;
    }
}
