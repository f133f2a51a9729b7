package io.ticketwire.intelligence.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Weights as {@link ModelFile} has them: most are zero. */
final class WeightRuns {

    /** As many weights as a byte can stand for. */
    static final int LONGEST = 128;

    private WeightRuns() {}

    static void write(byte[] weights, OutputStream out) throws IOException {
        int at = 0;
        while (at < weights.length) {
            int end = at;
            while (end < weights.length && end - at < LONGEST && weights[end] == 0) {
                end++;
            }
            if (end > at) {
                out.write(-(end - at));
            } else {
                end = endOfValues(weights, at);
                out.write(end - at - 1);
                out.write(weights, at, end - at);
            }
            at = end;
        }
    }

    /** A single zero among values is not worth a run of its own. */
    private static int endOfValues(byte[] weights, int from) {
        int end = from;
        while (end < weights.length && end - from < LONGEST) {
            boolean twoZeros = weights[end] == 0 && (end + 1 == weights.length || weights[end + 1] == 0);
            if (twoZeros) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Fills all of {@code weights}. */
    static void read(DataInputStream in, byte[] weights) throws IOException {
        int at = 0;
        while (at < weights.length) {
            int run = in.readByte();
            int length = run < 0 ? -run : run + 1;
            if (length > weights.length - at) {
                throw new InvalidModelException("has more weights than buckets");
            }
            if (run >= 0) {
                in.readFully(weights, at, length);
            }
            at += length;
        }
    }
}
