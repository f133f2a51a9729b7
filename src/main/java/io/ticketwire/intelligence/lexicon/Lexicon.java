package io.ticketwire.intelligence.lexicon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.HashTable;
import io.ticketwire.intelligence.token.Rows;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * The words of every language for the concepts that all of them share: what is learnt of <em>terrible</em> holds for
 * <em>schrecklich</em>. Made of the resource {@code intelligence/concepts.tsv}: the first row names the languages, each other is a
 * concept, its class and its forms in each language, separated by semicolons; {@code form*} is the beginning of words.
 */
public final class Lexicon {

    private static final String RESOURCE = "concepts.tsv";

    /** In an entry: there are phrases that begin with these words, or prefixes with these letters. The rest is the place of a concept. */
    private static final int GOES_ON = 1;

    private static final int SHORTEST_PREFIX = 4;
    private static final String EYES = ":;=<>^-(";
    private static final long GLUE = 0x9e3779b97f4a7c15L;

    private final List<Concept> concepts = new ArrayList<>();
    /** Both hold places in {@link #concepts}, counted from 1, times two; and {@link #GOES_ON}. */
    private final Map<Language, HashTable> forms = new EnumMap<>(Language.class);

    private final Map<Language, HashTable> prefixes = new EnumMap<>(Language.class);

    private Lexicon() {
        for (Language language : Language.values()) {
            forms.put(language, new HashTable());
            prefixes.put(language, new HashTable());
        }
    }

    /** Reads the resource of this version of Ticketwire. */
    public static Lexicon load() {
        return of(Rows.of(RESOURCE));
    }

    /** @param rows the first names the languages */
    static Lexicon of(List<String[]> rows) {
        List<Language> columns = languages(rows.get(0));
        Lexicon lexicon = new Lexicon();
        rows.subList(1, rows.size()).forEach(cells -> lexicon.add(cells, columns));
        return lexicon;
    }

    private static List<Language> languages(String[] header) {
        List<Language> languages = new ArrayList<>();
        for (int i = 2; i < header.length; i++) {
            languages.add(Language.of(header[i]));
        }
        return languages;
    }

    private void add(String[] cells, List<Language> columns) {
        Concept concept = new Concept(cells[0], concepts.size(), ConceptClass.of(cells[1]));
        concepts.add(concept);
        for (int i = 2; i < cells.length; i++) {
            for (String form : cells[i].split(";")) {
                if (!form.isBlank()) {
                    add(columns.get(i - 2), form.strip(), concept);
                }
            }
        }
    }

    private void add(Language language, String form, Concept concept) {
        if (form.endsWith("*") && form.length() > SHORTEST_PREFIX && form.indexOf(' ') < 0) {
            HashTable table = prefixes.get(language);
            table.or(Tokens.hash(form.substring(0, SHORTEST_PREFIX)), GOES_ON);
            put(table, Tokens.hash(form.substring(0, form.length() - 1)), concept);
            return;
        }
        HashTable table = forms.get(language);
        Tokens words = Tokens.of(form);
        long hash = 0;
        for (int i = 0; i < words.size(); i++) {
            hash = join(hash, words.hash(i), i);
            if (i + 1 < words.size()) {
                table.or(hash, GOES_ON);
            }
        }
        put(table, hash, concept);
    }

    /** The first concept of a form stays. */
    private static void put(HashTable table, long hash, Concept concept) {
        if (concept(table.get(hash)) == 0) {
            table.or(hash, (concept.index() + 1) << 1);
        }
    }

    /** The place of a concept, from 1; 0 if it is none, but perhaps the beginning of a phrase. */
    private static int concept(int entry) {
        return entry >>> 1;
    }

    private static long join(long phrase, long word, int index) {
        return index == 0 ? word : (phrase ^ word) * GLUE + index;
    }

    public List<Concept> concepts() {
        return concepts;
    }

    /** The concepts of a text, in its order, longest first, none inside of another. */
    public List<ConceptHit> find(Tokens tokens, Language language) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Found next = tokens.is(i, TokenKind.PUNCTUATION) && !mayBeFace(tokens, i) ? null : at(tokens, i, language);
            if (next != null) {
                found.add(next);
            }
            i = next == null ? i + 1 : next.last + 1;
        }
        return new Scopes(tokens, language).read(found);
    }

    /** {@code :)} is written in two marks, without a blank. */
    private static boolean mayBeFace(Tokens tokens, int index) {
        return EYES.indexOf(tokens.folded()[tokens.start(index)]) >= 0
                && index + 1 < tokens.size()
                && tokens.start(index + 1) == tokens.end(index);
    }

    private Found at(Tokens tokens, int first, Language language) {
        Found own = at(tokens, first, language == Language.UND ? Language.EN : language, true);
        if (own != null || language == Language.EN || language == Language.UND) {
            return own;
        }
        // People mix in English words, and not the short ones.
        boolean longEnough = tokens.end(first) - tokens.start(first) >= 4;
        return longEnough ? at(tokens, first, Language.EN, false) : null;
    }

    private Found at(Tokens tokens, int first, Language language, boolean withPrefixes) {
        HashTable table = forms.get(language);
        long hash = 0;
        Found best = null;
        int entry = GOES_ON;
        for (int i = first; i < tokens.size() && (entry & GOES_ON) != 0; i++) {
            hash = join(hash, tokens.hash(i), i - first);
            entry = table.get(hash);
            if (concept(entry) != 0) {
                best = new Found(concepts.get(concept(entry) - 1), first, i);
            }
        }
        if (best == null && withPrefixes) {
            best = byPrefix(tokens, first, prefixes.get(language));
        }
        return best == null ? unstretched(tokens, first, table) : best;
    }

    /** {@code soooo baaaad}: a letter that is written three times or more is meant once, or twice. */
    private Found unstretched(Tokens tokens, int index, HashTable table) {
        long once = Stretched.hash(tokens, index, 1);
        if (once == 0) {
            return null;
        }
        int place = concept(table.get(once));
        place = place == 0 ? concept(table.get(Stretched.hash(tokens, index, 2))) : place;
        return place == 0 ? null : new Found(concepts.get(place - 1), index, index);
    }

    private Found byPrefix(Tokens tokens, int index, HashTable table) {
        char[] folded = tokens.folded();
        long hash = Tokens.hashStart();
        int place = 0;
        int start = tokens.start(index);
        for (int i = start; i < tokens.end(index); i++) {
            hash = Tokens.hashStep(hash, folded[i]);
            int length = i - start + 1;
            int entry = length < SHORTEST_PREFIX ? 0 : table.get(hash);
            if (length == SHORTEST_PREFIX && entry == 0) {
                return null;
            }
            place = concept(entry) == 0 ? place : concept(entry);
        }
        return place == 0 ? null : new Found(concepts.get(place - 1), index, index);
    }

    /** A concept before it is known what the words around it make of it. */
    record Found(Concept concept, int first, int last) {}
}
