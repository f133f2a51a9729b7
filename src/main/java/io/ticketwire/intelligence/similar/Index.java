package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds tickets by their words: an inverted index from words, and from whole texts, to places. What is removed leaves no trace. */
final class Index {

    /** How many postings one lookup reads at most, those of the rarest words first; of the very rarest all. */
    private static final int READ = 20_000;

    /** How many, by the rarer of their words, are compared by all words. */
    private static final int COMPARED = 24;

    /** How many with the very same text. */
    private static final int REPEATED = 5;

    /** How many lengths are measured anew with each ticket: all of a full window every 300 tickets. */
    private static final int MEASURED = 16;

    private final Map<Long, Term> terms = new HashMap<>();
    private final Map<Fingerprint, Postings> texts = new HashMap<>();
    private final BitSet taken = new BitSet();
    private Held[] held = new Held[16];

    /** Of each vector, by place: as it was when last measured, since it changes with every ticket that shares a word. */
    private float[] lengths = new float[16];

    private float[] scores = new float[16];
    private int measured;
    private long turns;
    private int size;
    private long bytes;

    /** What it takes in memory, roughly. */
    long bytes() {
        return bytes + (long) Term.BYTES * terms.size();
    }

    /** As {@link Term#weight} wants it. */
    double extent() {
        return Term.extent(size);
    }

    Held add(UUID id, Instant at, Wording wording) {
        int place = freePlace();
        Term[] itsTerms = wording.words().stream()
                .map(word -> terms.computeIfAbsent(word.key(), key -> new Term(word)))
                .sorted(Comparator.comparingLong(Term::key))
                .toArray(Term[]::new);
        Held ticket = new Held(id, at, turns++, place, wording.fingerprint(), wording.sketch(), itsTerms);
        for (Term term : itsTerms) {
            term.add(place);
        }
        if (ticket.fingerprint() != null) {
            texts.computeIfAbsent(ticket.fingerprint(), text -> new Postings()).add(place);
        }
        taken.set(place);
        held[place] = ticket;
        size++;
        bytes += ticket.bytes();
        measure(place);
        measureSome();
        return ticket;
    }

    void remove(Held ticket) {
        int place = ticket.place();
        for (Term term : ticket.terms()) {
            term.remove(place);
            if (term.size() == 0) {
                terms.remove(term.key());
            }
        }
        if (ticket.fingerprint() != null) {
            Postings same = texts.get(ticket.fingerprint());
            same.remove(place);
            if (same.size() == 0) {
                texts.remove(ticket.fingerprint());
            }
        }
        taken.clear(place);
        held[place] = null;
        size--;
        bytes -= ticket.bytes();
    }

    /** Those that may be like a ticket that is, or just was, in this index; itself among them if it is. */
    Stream<Held> candidates(Held ticket) {
        return Stream.concat(repeats(ticket), likeliest(ticket)).distinct();
    }

    private Stream<Held> repeats(Held ticket) {
        Postings same = texts.get(ticket.fingerprint());
        return same == null
                ? Stream.empty()
                : IntStream.range(0, same.size())
                        .mapToObj(i -> held[same.place(i)])
                        .sorted(Held.OLDEST_FIRST.reversed())
                        .limit(REPEATED + 1L);
    }

    private Stream<Held> likeliest(Held ticket) {
        score(ticket);
        int[] best = new int[COMPARED];
        int found = 0;
        int end = taken.length();
        for (int place = 0; place < end; place++) {
            if (scores[place] == 0) {
                continue;
            }
            scores[place] /= lengths[place];
            if (found == COMPARED && scores[place] <= scores[best[found - 1]]) {
                continue;
            }
            int rank = found < COMPARED ? found++ : found - 1;
            while (rank > 0 && scores[best[rank - 1]] < scores[place]) {
                best[rank] = best[rank - 1];
                rank--;
            }
            best[rank] = place;
        }
        Arrays.fill(scores, 0, end, 0);
        return Arrays.stream(best, 0, found).mapToObj(place -> held[place]);
    }

    private void score(Held ticket) {
        Term[] rarestFirst = ticket.terms().clone();
        Arrays.sort(rarestFirst, Comparator.comparingInt(Term::size));
        double extent = extent();
        int read = 0;
        for (Term term : rarestFirst) {
            if (read > 0 && read + term.size() > READ) {
                return;
            }
            term.addTo(scores, (float) term.weight(extent));
            read += term.size();
        }
    }

    private int freePlace() {
        int place = taken.nextClearBit(0);
        if (place == held.length) {
            int more = place + place / 2;
            held = Arrays.copyOf(held, more);
            lengths = Arrays.copyOf(lengths, more);
            scores = Arrays.copyOf(scores, more);
        }
        return place;
    }

    private void measureSome() {
        for (int i = 0; i < MEASURED; i++) {
            measured = measured < taken.length() - 1 ? measured + 1 : 0;
            if (held[measured] != null) {
                measure(measured);
            }
        }
    }

    private void measure(int place) {
        lengths[place] = (float) Math.sqrt(held[place].norm(extent()));
    }
}
