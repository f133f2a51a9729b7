package io.ticketwire.intelligence.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A model as bytes. Big-endian:
 *
 * <pre>
 *   "TWMODEL" 1          magic and version of the format
 *   version, fingerprint UTF
 *   n thresholds         UTF, double; in the order of their names
 *   n heads              name, n labels, temperature, for each label: UTF, bias, scale; buckets; weights
 *   CRC-32               of all before
 *
 *   weights: runs. A byte n: 0 to 127 are n + 1 weights as they are; -1 to -128 are -n zeros
 * </pre>
 *
 * No compression beyond that: compressors of different platforms give different bytes, and packages are compressed anyway.
 */
public final class ModelFile {

    private static final long MAGIC = 0x54574d4f44454c01L;
    private static final String RESOURCE = "/intelligence/model.bin";
    private static final int MAX_HEADS = 64;
    private static final int MAX_LABELS = 512;
    private static final int MAX_BUCKETS = 1 << 20;
    private static final int RUN = 128;

    private ModelFile() {}

    /** Writes a model; the same model is always the same bytes. */
    public static byte[] bytes(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeUTF(model.version());
            out.writeUTF(model.fingerprint());
            write(new TreeMap<>(model.thresholds()), out);
            out.writeShort(model.heads().size());
            for (Head head : model.heads().values()) {
                write(head, out);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Map<String, Double> thresholds, DataOutputStream out) throws IOException {
        out.writeShort(thresholds.size());
        for (Map.Entry<String, Double> threshold : thresholds.entrySet()) {
            out.writeUTF(threshold.getKey());
            out.writeDouble(threshold.getValue());
        }
    }

    private static void write(Head head, DataOutputStream out) throws IOException {
        out.writeUTF(head.name());
        out.writeShort(head.labels().size());
        out.writeFloat(head.temperature());
        for (int label = 0; label < head.labels().size(); label++) {
            out.writeUTF(head.labels().get(label));
            out.writeFloat(head.biases()[label]);
            out.writeFloat(head.scales()[label]);
        }
        out.writeInt(head.buckets());
        writeRuns(head.weights(), out);
    }

    private static void writeRuns(byte[] weights, OutputStream out) throws IOException {
        int at = 0;
        while (at < weights.length) {
            int end = at;
            while (end < weights.length && end - at < RUN && weights[end] == 0) {
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
        while (end < weights.length && end - from < RUN) {
            boolean twoZeros = weights[end] == 0 && (end + 1 == weights.length || weights[end + 1] == 0);
            if (twoZeros) {
                break;
            }
            end++;
        }
        return end;
    }

    /** The model that this version of Ticketwire comes with. */
    public static Model shipped() {
        try (InputStream in = ModelFile.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model to the end of a stream.
     *
     * @throws InvalidModelException if it is none, is cut off or damaged
     */
    public static Model read(InputStream stream) throws IOException {
        byte[] bytes = stream.readAllBytes();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (bytes.length < Long.BYTES + Integer.BYTES || in.readLong() != MAGIC) {
                throw new InvalidModelException("is no model file of this version");
            }
            if (checksum(bytes, bytes.length - Integer.BYTES) != lastInt(bytes)) {
                throw new InvalidModelException("is damaged: its checksum is wrong");
            }
            return read(in);
        } catch (InvalidModelException e) {
            throw e;
        } catch (IllegalArgumentException | IOException e) {
            throw new InvalidModelException("is damaged: " + e.getMessage());
        }
    }

    private static Model read(DataInputStream in) throws IOException {
        String version = in.readUTF();
        String fingerprint = in.readUTF();
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            thresholds.put(in.readUTF(), in.readDouble());
        }
        Map<String, Head> heads = new LinkedHashMap<>();
        for (int left = bounded(in.readUnsignedShort(), MAX_HEADS, "heads"); left > 0; left--) {
            Head head = readHead(in);
            heads.put(head.name(), head);
        }
        return new Model(version, fingerprint, thresholds, heads);
    }

    private static Head readHead(DataInputStream in) throws IOException {
        String name = in.readUTF();
        int size = bounded(in.readUnsignedShort(), MAX_LABELS, "labels");
        float temperature = in.readFloat();
        List<String> labels = new ArrayList<>(size);
        float[] biases = new float[size];
        float[] scales = new float[size];
        for (int label = 0; label < size; label++) {
            labels.add(in.readUTF());
            biases[label] = in.readFloat();
            scales[label] = in.readFloat();
        }
        int buckets = bounded(in.readInt(), MAX_BUCKETS, "buckets");
        // A byte of the file stands for so many weights at most: nothing is made room for that can't be there.
        if ((long) size * buckets > (long) RUN * in.available()) {
            throw new InvalidModelException("has fewer weights than it says");
        }
        byte[] weights = new byte[size * buckets];
        readRuns(in, weights);
        return new Head(name, labels, biases, scales, weights, temperature);
    }

    private static void readRuns(DataInputStream in, byte[] weights) throws IOException {
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

    private static int bounded(int number, int most, String what) throws InvalidModelException {
        if (number < 0 || number > most) {
            throw new InvalidModelException("has " + number + " " + what + ", more than " + most);
        }
        return number;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static int lastInt(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES);
    }
}
