package io.ticketwire.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What of a mail's text its author wrote for this mail: answers quote what they answer, and end in signatures. Nothing is taken
 * away, it is marked. Where in doubt, a line is new: a quote too many can be skipped, a customer's sentence that is lost can't.
 *
 * <p>What is passed on ("Forwarded message") is new, for it is what the sender wants read. A mail that only quotes has an empty
 * new text, unless its HTML alone says that it quotes. Takes time in proportion to the text, whatever is in it.
 *
 * @param text as it was given
 * @param newText the text without its marked parts, tidy; empty if nothing is new; null if all of it is new, or there is no text
 * @param marks what of the text is not new, in its order, whole lines; null if all of it is
 */
public record NewText(String text, String newText, List<Mark> marks) {

    /** Reads a text as people read it. */
    public static NewText of(SourcedText mail) {
        NewText read = read(mail);
        // Some programs put all that is written into what they call a quote or a signature.
        return "".equals(read.newText()) ? read(SourcedText.of(mail.text())) : read;
    }

    private static NewText read(SourcedText mail) {
        String text = mail.text();
        if (text == null) {
            return new NewText(null, null, null);
        }
        List<Line> lines = Line.of(mail);
        BitSet quoted = Quotes.in(lines);
        BitSet signed = Signatures.in(text, lines, quoted);
        List<Mark> marks = new ArrayList<>(marks(Mark.QUOTE, quoted, lines));
        marks.addAll(marks(Mark.SIGNATURE, signed, lines));
        if (marks.isEmpty()) {
            return new NewText(text, null, null);
        }
        marks.sort(Comparator.comparingInt(Mark::from));
        return new NewText(text, without(text, marks), List.copyOf(marks));
    }

    /** From the first to the last line of each run that says something. */
    private static List<Mark> marks(String kind, BitSet marked, List<Line> lines) {
        List<Mark> marks = new ArrayList<>();
        for (int first = marked.nextSetBit(0); first >= 0; ) {
            int end = marked.nextClearBit(first);
            int last = end - 1;
            while (lines.get(last).blank()) {
                last--;
            }
            marks.add(new Mark(kind, lines.get(first).from(), lines.get(last).to()));
            first = marked.nextSetBit(end);
        }
        return marks;
    }

    private static String without(String text, List<Mark> marks) {
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        for (Mark mark : marks) {
            rest.append(text, from, mark.from());
            from = mark.to();
        }
        return CleanText.tidyLines(rest.append(text, from, text.length()));
    }
}
