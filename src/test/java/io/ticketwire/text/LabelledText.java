package io.ticketwire.text;

import java.util.List;

/** A mail, and what each of its lines is: N new, Q quoted, S signature; blank lines are nothing. */
public record LabelledText(String name, String text, String labels) {

    public static LabelledText of(String name, List<String> lines) {
        StringBuilder text = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (String line : lines) {
            String said = line.isEmpty() ? "" : line.substring(2);
            text.append(labels.length() == 0 ? "" : "\n").append(said);
            labels.append(said.isBlank() ? '.' : line.charAt(0));
        }
        return new LabelledText(name, text.toString(), labels.toString());
    }

    public String newText() {
        String[] lines = text.split("\n", -1);
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            rest.append("N.".indexOf(labels.charAt(i)) < 0 ? "" : lines[i]).append('\n');
        }
        return rest.toString().strip().replaceAll("\n{3,}", "\n\n");
    }

    @Override
    public String toString() {
        return name;
    }

    /** What each line of a text that was read is. */
    public static String labels(NewText read) {
        StringBuilder labels = new StringBuilder();
        int from = 0;
        for (String line : read.text().split("\n", -1)) {
            labels.append(line.isBlank() ? '.' : label(read, from));
            from += line.length() + 1;
        }
        return labels.toString();
    }

    private static char label(NewText read, int from) {
        if (read.marks() == null) {
            return 'N';
        }
        return read.marks().stream()
                .filter(mark -> mark.from() <= from && from < mark.to())
                .map(mark -> mark.kind().equals(Mark.QUOTE) ? 'Q' : 'S')
                .findFirst()
                .orElse('N');
    }
}
