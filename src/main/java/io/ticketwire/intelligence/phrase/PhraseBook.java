package io.ticketwire.intelligence.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Phrases and what they mean. Filled once, then read by any number of threads. Finding takes time that is linear in the text:
 * a word is compared with the phrases that begin with it, and a phrase is of bounded length.
 *
 * @param <M> a meaning
 */
public final class PhraseBook<M> {

    /** Prefixes are looked up by so many letters, so none is shorter. */
    private static final int KEY = 4;

    private final Map<Long, List<Entry<M>>> byWord = new HashMap<>();
    private final Map<Long, List<Entry<M>>> byBeginning = new HashMap<>();

    /** Adds phrases with semicolons between them; see {@link Phrase} for how they are written. */
    public void add(M meaning, Language language, String phrases) {
        for (String written : phrases.split(";")) {
            add(new Entry<>(meaning, language, Phrase.of(written)));
        }
    }

    private void add(Entry<M> entry) {
        for (long hash : entry.phrase.first().hashes()) {
            byWord.computeIfAbsent(hash, key -> new ArrayList<>()).add(entry);
        }
        for (char[] prefix : entry.phrase.first().prefixes()) {
            if (prefix.length < KEY) {
                throw new IllegalArgumentException("Too short to be looked up: " + new String(prefix));
            }
            byBeginning
                    .computeIfAbsent(beginning(prefix, 0), key -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** What is found of some languages, in the order of the text; phrases may overlap. */
    public List<Found<M>> find(Words words, Set<Language> languages) {
        List<Found<M>> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            look(byWord.get(words.hash(i)), words, i, languages, found);
            lookByBeginning(words, i, words.start(i), languages, found);
            if (words.tail(i) != 0) {
                look(byWord.get(words.tail(i)), words, i, languages, found);
                lookByBeginning(words, i, words.tailStart(i), languages, found);
            }
        }
        return found;
    }

    private void lookByBeginning(Words words, int index, int from, Set<Language> languages, List<Found<M>> found) {
        if (words.end(index) - from >= KEY) {
            look(byBeginning.get(beginning(words.plain(), from)), words, index, languages, found);
        }
    }

    private static <M> void look(
            List<Entry<M>> entries, Words words, int index, Set<Language> languages, List<Found<M>> found) {
        if (entries == null) {
            return;
        }
        for (Entry<M> entry : entries) {
            int last = languages.contains(entry.language) ? entry.phrase.last(words, index) : Phrase.NONE;
            if (last != Phrase.NONE) {
                found.add(new Found<>(entry.meaning, index, last));
            }
        }
    }

    private static long beginning(char[] letters, int from) {
        long hash = Tokens.hashStart();
        for (int i = from; i < from + KEY; i++) {
            hash = Tokens.hashStep(hash, letters[i]);
        }
        return hash;
    }

    private record Entry<M>(M meaning, Language language, Phrase phrase) {}

    /**
     * A phrase in a text.
     *
     * @param first index of its first word
     * @param last index of its last word
     */
    public record Found<M>(M meaning, int first, int last) {}
}
