package io.ticketwire.intelligence.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.ticketwire.text.CleanText;
import io.ticketwire.text.Line;
import io.ticketwire.text.Origin;
import io.ticketwire.text.Quotes;
import io.ticketwire.text.Signatures;
import io.ticketwire.text.SourcedText;

/**
 * What of a message its customer wrote in it. Quoted threads, signatures with the formula above them, disclaimers, "Sent from my
 * iPhone", code, stack traces, logs, digests, long links and pictures go; in doubt a line stays. Whether one of them is added to a
 * message or not, the same text is left.
 *
 * <pre>
 *   HTML ---> plain text ---> inserts -----> machines' lines ---> quotes ---> signatures, until there are no more ---> the rest
 *             or newText      (characters)   (lines)              (lines)     (lines)
 * </pre>
 *
 * <p>Where nothing would be left, machines' lines stay; then what looks like a signature. Who only quotes has written nothing. Takes time in proportion to the
 * text, whatever is in it.
 */
public final class CustomerText {

    /** Characters of a text that are read; of HTML, {@value #MARKUP} times as many. */
    public static final int MOST = 20_000;

    private static final int MARKUP = 8;

    /** Signatures above one another, as of people and of their mailing lists; more are somebody's joke. */
    private static final int MOST_SIGNATURES = 5;

    /** Stands where a machine's lines were: something was said there, and what is above and below doesn't touch. */
    private static final String ELLIPSIS = "\u2026";

    private final String plain;
    private final List<Line> lines;
    private final Places places;
    private final BitSet dropped;
    private final BitSet machines;

    private CustomerText(SourcedText source, String newText, Places places) {
        this.plain = source.text();
        this.places = places;
        List<Line> all = Line.of(source);
        this.lines = newText == null ? all : NewLines.of(all, newText);
        this.dropped = Inserts.in(plain);
        this.machines = machines();
    }

    /**
     * @param text of the message, plain or HTML; may be null
     * @param newText what of the text is new, if somebody has looked: made of its lines; null if it is not known
     */
    public static Cleaned of(String text, String newText) {
        return of(text, newText, MOST);
    }

    /** As {@link #of(String, String)}, of at most so many characters. */
    public static Cleaned of(String text, String newText, int most) {
        if (text == null || text.isBlank()) {
            return Cleaned.NOTHING;
        }
        String known = newText == null || newText.isBlank() ? null : newText;
        String begin = CleanText.cut(text, most * MARKUP);
        if (known == null && Markup.is(begin)) {
            SourcedText source = SourcedText.ofHtml(begin);
            if (!source.text().isBlank()) {
                return new CustomerText(cut(source, most), null, Markup.places(begin, source.text())).cleaned();
            }
        }
        return new CustomerText(SourcedText.of(CleanText.cut(text, most)), known, Places.SAME).cleaned();
    }

    private static SourcedText cut(SourcedText source, int most) {
        return new SourcedText(CleanText.cut(source.text(), most), source.origins());
    }

    private Cleaned cleaned() {
        List<Line> read = lines.size() == 1 ? lines : withoutMachines();
        BitSet quoted = lines.size() == 1 ? new BitSet() : Quotes.in(read);
        BitSet signed = signed(read, quoted);
        addRules(read, quoted, signed);
        Cleaned rest = rest(dropped, machines, quoted, signed);
        rest = rest.text().isEmpty() ? rest(new BitSet(), quoted, signed) : rest;
        return rest.text().isEmpty() ? rest(new BitSet(), quoted) : rest;
    }

    private Cleaned rest(BitSet droppedHere, BitSet... goneLines) {
        BitSet gone = new BitSet();
        for (BitSet some : goneLines) {
            gone.or(some);
        }
        return Rest.of(plain, lines, gone, droppedHere, places);
    }

    /** The lines that nobody typed. */
    private BitSet machines() {
        BitSet found = StackTraces.in(lines);
        found.or(RustPanics.in(lines));
        found.or(IndentedCode.in(plain, lines));
        found.or(SourceCode.in(plain, lines));
        found.or(JsonBlocks.in(lines));
        found.or(Documents.in(lines));
        found.or(LevelLines.in(lines));
        found.or(TerminalLines.in(lines));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.blank() && (isDropped(line) || LogLine.is(line.said()))) {
                found.set(i);
            }
        }
        return found;
    }

    private boolean isDropped(Line line) {
        for (int i = dropped.nextClearBit(line.from()); i < line.to(); i = dropped.nextClearBit(i + 1)) {
            if (!Line.isWhite(plain.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The lines as people read them. */
    private List<Line> withoutMachines() {
        if (machines.isEmpty() && dropped.isEmpty()) {
            return lines;
        }
        List<Line> read = new ArrayList<>(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (machines.get(i)) {
                read.set(i, new Line(line.from(), line.to(), ELLIPSIS, Origin.UNSAID));
            } else if (hasDropped(line)) {
                read.set(i, new Line(line.from(), line.to(), Line.stripped(kept(line)), line.origin()));
            }
        }
        return read;
    }

    private boolean hasDropped(Line line) {
        int first = dropped.nextSetBit(line.from());
        return first >= 0 && first < line.to();
    }

    private String kept(Line line) {
        StringBuilder kept = new StringBuilder();
        for (int i = dropped.nextClearBit(line.from()); i < line.to(); i = dropped.nextClearBit(i + 1)) {
            kept.append(plain.charAt(i));
        }
        return kept.toString();
    }

    /** What was to divide the rest from what is gone. */
    private void addRules(List<Line> read, BitSet quoted, BitSet signed) {
        for (int i = read.size() - 1; i > 0; i--) {
            boolean gone = quoted.get(i) || signed.get(i) || machines.get(i);
            if (!gone && !read.get(i).blank()) {
                if (!isRule(read.get(i).said())) {
                    return;
                }
                signed.set(i);
            }
        }
    }

    private static boolean isRule(String said) {
        return said.length() > 1 && said.chars().allMatch(c -> "-_=*~ \u2013\u2014\u2500".indexOf(c) >= 0);
    }

    private BitSet signed(List<Line> read, BitSet quoted) {
        BitSet signed = new BitSet();
        BitSet apart = (BitSet) quoted.clone();
        apart.or(machines);
        for (int round = 0; round < MOST_SIGNATURES && lines.size() > 1; round++) {
            BitSet more = Signatures.in(plain, read, apart);
            if (more.isEmpty()) {
                break;
            }
            signed.or(more);
            apart.or(more);
        }
        return signed;
    }
}
