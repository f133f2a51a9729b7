package io.ticketwire.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which lines of a mail are its author's signature. Only the end of a passage that isn't quoted is looked at, and never its
 * first line if that is the text's first: a mark too few is clutter, one too many loses what a customer wrote.
 *
 * <pre>
 *   what the HTML says is one
 *   ... -- | name, company       RFC 3676; to the end of the passage
 *   ... Best regards, | name | company, telephone, addresses | an offer, a saying
 *   ... Sent from my iPhone
 *   ... This e-mail is confidential ... if you are not the intended recipient ...
 * </pre>
 */
public final class Signatures {

    /** Lines of the longest signature that isn't set off as RFC 3676 says, blank ones left aside. */
    private static final int MOST_LINES = 14;

    private static final Pattern RULE = Pattern.compile("--|[\\u2013\\u2014]{1,12}|__|[-_=]{5,80}|\\*{3,80}");

    private final String text;
    private final List<Line> lines;

    /** Lines between which the passages are. */
    private final BitSet apart;

    private final BitSet signed;

    /** @param said what the HTML says is signature */
    private Signatures(String text, List<Line> lines, BitSet quoted, BitSet said) {
        this.text = text;
        this.lines = lines;
        this.apart = (BitSet) quoted.clone();
        this.signed = said;
        apart.or(said);
    }

    /**
     * The numbers of the lines that are signatures.
     *
     * @param quoted the lines between which the passages are, which end in signatures
     */
    public static BitSet in(String text, List<Line> lines, BitSet quoted) {
        Signatures signatures = new Signatures(text, lines, quoted, said(lines, quoted));
        BitSet apart = signatures.apart;
        int first = apart.nextClearBit(0);
        while (first < lines.size()) {
            int next = apart.nextSetBit(first);
            int end = next < 0 ? lines.size() : next;
            signatures.read(first, end);
            first = apart.nextClearBit(end);
        }
        return signatures.signed;
    }

    /** With the blank lines in them; without the sentences with which one begins, which somebody wrote into it. */
    private static BitSet said(List<Line> lines, BitSet quoted) {
        BitSet said = new BitSet();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            // A line of zero-width spaces has an origin, too.
            if (line.blank()) {
                continue;
            }
            boolean signature = line.origin() == Origin.SIGNATURE && !quoted.get(i);
            if (signature && (last >= 0 || !SignatureLine.isSentence(line.said()))) {
                said.set(last < 0 ? i : last, i + 1);
                last = i;
            } else {
                last = -1;
            }
        }
        return said;
    }

    /** @param end the line after the last one of the passage */
    private void read(int first, int end) {
        int start = firstSaid(first, end);
        // In the text's first passage its first line is the author's; later ones are set off by a quote or a signature.
        int from = apart.nextSetBit(0) >= 0 && apart.nextSetBit(0) < first ? start : start + 1;
        int rest = withoutFooters(from, end);
        int delimiter = delimiter(from, rest);
        if (delimiter >= 0) {
            signed.set(delimiter, rest);
            rest = withoutFooters(from, delimiter);
        }
        int table = SignatureTable.first(lines, from, lastSaid(from, rest));
        int closing = closing(from, rest);
        closing = closing < 0 ? table : closing;
        if (closing >= 0) {
            signed.set(closing, rest);
        }
    }

    private int firstSaid(int first, int end) {
        int i = first;
        while (i < end && lines.get(i).blank()) {
            i++;
        }
        return i;
    }

    private int delimiter(int from, int end) {
        for (int i = from; i < end; i++) {
            Line line = lines.get(i);
            boolean exact = line.said().equals("--") && text.startsWith("-- ", line.from());
            if (exact || isRule(line) && isShort(i, end) && isSignature(i + 1, end) || isMailman(i, end)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isMailman(int i, int end) {
        return i + 1 < end
                && lines.get(i).said().startsWith("____")
                && lines.get(i + 1).said().endsWith("mailing list");
    }

    private static boolean isRule(Line line) {
        return !line.tooLong() && RULE.matcher(line.said()).matches();
    }

    /** A line of dashes may stand between two parts of a letter as well. */
    private boolean isShort(int delimiter, int end) {
        return lines.subList(delimiter + 1, end).stream()
                        .filter(line -> !line.blank())
                        .limit(MOST_LINES + 1)
                        .count()
                <= MOST_LINES;
    }

    private boolean isSignature(int first, int end) {
        int name = firstSaid(first, end);
        return name < end
                && SignatureLine.beginsWithName(lines.get(name).said())
                && lines.subList(name + 1, end).stream()
                        .allMatch(line -> line.blank() || SignatureLine.mayFollowName(line.said()));
    }

    /** @return the end of the passage without what programs, and lawyers, put there */
    private int withoutFooters(int from, int end) {
        int rest = end;
        while (true) {
            int last = lastSaid(from, rest);
            if (last < from) {
                return rest;
            }
            int paragraph = paragraph(from, last);
            if (SignatureLine.isFooter(lines.get(last).said()) && (last == paragraph || endsSentence(last - 1))) {
                rest = last;
            } else if (paragraph >= 0 && Disclaimer.is(lines.subList(paragraph, last + 1))) {
                rest = paragraph;
            } else {
                return rest;
            }
            signed.set(rest, last + 1);
        }
    }

    private int lastSaid(int from, int end) {
        int i = end - 1;
        while (i >= from && lines.get(i).blank()) {
            i--;
        }
        return i;
    }

    /** The first line of a line's paragraph; -1 if it begins before the passage or is longer than any disclaimer. */
    private int paragraph(int from, int last) {
        int i = last;
        while (i > from && last - i < Disclaimer.MOST_LINES && !lines.get(i - 1).blank()) {
            i--;
        }
        boolean whole = i == 0 || lines.get(i - 1).blank() || apart.get(i - 1);
        return whole ? i : -1;
    }

    private boolean endsSentence(int i) {
        String said = lines.get(i).said();
        return said.isEmpty()
                || ".!?,)".indexOf(said.charAt(said.length() - 1)) >= 0
                || SignatureLine.isClosing(said)
                || SignatureLine.isName(said);
    }

    /** The line with the formula that closes a letter, if only a name and where to find it follow; -1 if there is none. */
    private int closing(int from, int end) {
        int said = 0;
        for (int i = lastSaid(from, end); i >= from && said <= MOST_LINES; i--) {
            String line = SignatureTable.row(lines.get(i).said());
            if (line.isEmpty()) {
                continue;
            }
            if (SignatureLine.isClosing(line)) {
                return followedByName(i, end) ? i : -1;
            }
            if (said == 0 && SignatureLine.isHyphenedName(line)) {
                return endsWords(i) ? i : -1;
            }
            if (SignatureLine.isClosingWithName(line)
                    || said == 0
                            && SignatureLine.isDashedName(line)
                            && !Slogan.isSaying(lines.get(i - 1).said())) {
                return i;
            }
            if (!SignatureLine.mayFollowName(line) && !Slogan.at(lines, i, from, end)) {
                return -1;
            }
            said++;
        }
        return -1;
    }

    /** Whether what is above a line is no list, and nothing that goes on with this one. */
    private boolean endsWords(int i) {
        int above = lastSaid(0, i);
        if (above < 0) {
            return false;
        }
        String said = lines.get(above).said();
        boolean list = "-*+\u2022".indexOf(said.charAt(0)) >= 0;
        boolean goesOn = ":,;".indexOf(said.charAt(said.length() - 1)) >= 0;
        return !list && !goesOn && (above < i - 1 || endsSentence(above));
    }

    private boolean followedByName(int closing, int end) {
        int next = firstSaid(closing + 1, end);
        return next == end
                ? SignatureLine.isRegards(lines.get(closing).said())
                : SignatureLine.isNameAndMore(SignatureTable.row(lines.get(next).said()));
    }
}
