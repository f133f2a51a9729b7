package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.HashTable;
import io.ticketwire.intelligence.token.Rows;

/** The patterns of all languages, found by what they begin with. */
final class Patterns {

    private final HashTable byWord = new HashTable();
    private final List<List<Pattern>> lists = new ArrayList<>(List.of(List.of()));
    private final Map<Language, List<List<Pattern>>> byRole = new EnumMap<>(Language.class);

    private Patterns() {
        for (Language language : Language.values()) {
            List<List<Pattern>> roles = new ArrayList<>();
            for (int i = 0; i < Role.values().length; i++) {
                roles.add(new ArrayList<>());
            }
            byRole.put(language, roles);
        }
    }

    static Patterns load() {
        Patterns patterns = new Patterns();
        for (String[] row : Rows.of("hostility/phrases.tsv")) {
            patterns.add(row[0], new Pattern(SignalKind.valueOf(row[1]), row[2]));
        }
        return patterns;
    }

    private void add(String code, Pattern pattern) {
        for (long hash : pattern.first().hashes()) {
            long key = hash ^ Salt.of(code);
            if (byWord.get(key) == 0) {
                byWord.put(key, lists.size());
                lists.add(new ArrayList<>());
            }
            lists.get(byWord.get(key)).add(pattern);
        }
        byRole.forEach((language, roles) -> {
            if (code.equals("*") || Salt.of(language) == Salt.of(code)) {
                for (Role role : Role.values()) {
                    if ((pattern.first().roles() & role.bit()) != 0) {
                        roles.get(role.ordinal()).add(pattern);
                    }
                }
            }
        });
    }

    /** All that a text holds, in the order of their first words. */
    List<Found> find(Units units) {
        List<Found> found = new ArrayList<>();
        List<List<Pattern>> ofRoles = byRole.get(units.language());
        for (int i = 0; i < units.size(); i++) {
            look(units, i, lists.get(byWord.get(units.hash(i) ^ Salt.of(units.language()))), found);
            look(units, i, lists.get(byWord.get(units.hash(i))), found);
            for (int bits = units.roles(i); bits != 0; bits &= bits - 1) {
                look(units, i, ofRoles.get(Integer.numberOfTrailingZeros(bits)), found);
            }
        }
        return found;
    }

    private static void look(Units units, int first, List<Pattern> patterns, List<Found> found) {
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            int last = pattern.canBeIn(units.present()) ? pattern.lastFrom(units, first) : -1;
            if (last >= 0) {
                found.add(new Found(pattern.kind(), first, last));
            }
        }
    }

    /** A pattern in a text, by units. */
    record Found(SignalKind kind, int first, int last) {}
}
