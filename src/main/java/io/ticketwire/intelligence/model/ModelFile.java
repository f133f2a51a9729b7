package io.ticketwire.intelligence.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Of all heads together, a byte each once they are read: runs of zeros make them many out of a small file. */
    private static final int MAX_WEIGHTS = 1 << 27;

    private static final int MAX_MIB = 64;

    /** The one that comes with this version has 5 MB; a head of 200 labels whose every weight says something has 26 MB. */
    private static final int MAX_BYTES = MAX_MIB << 20;

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
        WeightRuns.write(head.weights(), out);
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
     * Reads a file; one that is larger than a model may be is not opened.
     *
     * @throws InvalidModelException as {@link #read(InputStream)}
     */
    public static Model read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /**
     * Reads a model to the end of a stream, but no more of it than a model may have: what is no model may be of any size.
     *
     * @throws InvalidModelException if it is none, is larger than 64 MiB, cut off or damaged
     */
    public static Model read(InputStream stream) throws IOException {
        byte[] bytes = bounded(stream);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readLong();
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

    private static byte[] bounded(InputStream stream) throws IOException {
        byte[] beginning = stream.readNBytes(Long.BYTES + Integer.BYTES);
        if (beginning.length < Long.BYTES + Integer.BYTES
                || ByteBuffer.wrap(beginning).getLong() != MAGIC) {
            throw new InvalidModelException("is no model file of this version");
        }
        byte[] rest = stream.readNBytes(MAX_BYTES - beginning.length + 1);
        if (beginning.length + rest.length > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, bytes, beginning.length, rest.length);
        return bytes;
    }

    private static InvalidModelException tooLarge() {
        return new InvalidModelException("is larger than a model may be: " + MAX_MIB + " MiB");
    }

    private static Model read(DataInputStream in) throws IOException {
        String version = in.readUTF();
        String fingerprint = in.readUTF();
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            thresholds.put(in.readUTF(), in.readDouble());
        }
        Map<String, Head> heads = new LinkedHashMap<>();
        int room = MAX_WEIGHTS;
        for (int left = bounded(in.readUnsignedShort(), MAX_HEADS, "heads"); left > 0; left--) {
            Head head = readHead(in, room);
            heads.put(head.name(), head);
            room -= head.weights().length;
        }
        return new Model(version, fingerprint, thresholds, heads);
    }

    private static Head readHead(DataInputStream in, int room) throws IOException {
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
        if ((long) size * buckets > (long) WeightRuns.LONGEST * in.available()) {
            throw new InvalidModelException("has fewer weights than it says");
        }
        if ((long) size * buckets > room) {
            throw new InvalidModelException("has more than " + MAX_WEIGHTS + " weights");
        }
        byte[] weights = new byte[size * buckets];
        WeightRuns.read(in, weights);
        return new Head(name, labels, biases, scales, weights, temperature);
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
