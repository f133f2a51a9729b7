package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

import io.ticketwire.text.Line;

/**
 * What Rust prints when a thread panics: where, the message on a line of its own, and perhaps the frames.
 *
 * <pre>
 *   thread 'main' panicked at src/main.rs:3:5:
 *   the message
 *      0: rust_begin_unwind
 *                at /rustc/07dca489/library/std/src/panicking.rs:645:5
 * </pre>
 */
final class RustPanics {

    private static final Pattern PANICKED =
            Pattern.compile("thread '.{1,80}'(?: \\(\\d+\\))? panicked at .*:\\d+:\\d+:?");
    private static final Pattern MORE = Pattern.compile(
            "stack backtrace:|note: .*|\\d+:\\s+(?:0x[0-9a-f]+ - )?(?:\\S+|.*::.*)|at \\S+:\\d+(?::\\d+)?");

    private RustPanics() {}

    static BitSet in(List<Line> lines) {
        BitSet panics = new BitSet();
        int i = 0;
        while (i < lines.size()) {
            int end = end(lines, i);
            panics.set(i, end);
            i = Math.max(i + 1, end);
        }
        return panics;
    }

    /** The line after the last one of a panic; the first line itself if there is none. */
    private static int end(List<Line> lines, int first) {
        String said = lines.get(first).said();
        if (!said.startsWith("thread '")
                || said.length() > LogLine.LONGEST
                || !PANICKED.matcher(said).matches()) {
            return first;
        }
        int i = first + 1;
        if (said.endsWith(":") && i < lines.size() && !lines.get(i).blank()) {
            i++;
        }
        while (i < lines.size() && MORE.matcher(lines.get(i).said()).matches()) {
            i++;
        }
        return i;
    }
}
