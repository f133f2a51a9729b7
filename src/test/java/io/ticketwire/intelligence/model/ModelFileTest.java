package io.ticketwire.intelligence.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelFileTest {

    private static final Model MODEL = model();

    private static Model model() {
        Random random = new Random(1);
        float[] weights = new float[3 * 1024];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(5) == 0 ? random.nextFloat() - 0.5f : 0;
        }
        Head head = Head.quantised("mood", List.of("bad", "none", "good"), new float[] {0.1f, -0.2f, 0}, weights);
        Head other = Head.quantised("empty", List.of("a", "b"), new float[2], new float[2 * 64]);
        return new Model("1.0", "abc", Map.of("hostile", 0.5, "a", 0.25), Map.of("mood", head.with(1.7f)))
                .with("1.1", List.of(other));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Model read = read(ModelFile.bytes(MODEL));
        assertEquals("1.1", read.version());
        assertEquals(MODEL.thresholds(), read.thresholds());
        assertEquals(List.of("mood", "empty"), List.copyOf(read.heads().keySet()));
        assertEquals(List.of("bad", "none", "good"), read.head("mood").labels());
        assertArrayEquals(MODEL.head("mood").weights(), read.head("mood").weights());
        assertArrayEquals(MODEL.head("mood").biases(), read.head("mood").biases());
        assertEquals(1.7f, read.head("mood").temperature());
        assertArrayEquals(ModelFile.bytes(MODEL), ModelFile.bytes(read));
    }

    @Test
    void aFileThatIsCutOffOrDamagedIsRefusedWhereverThatIs() {
        byte[] bytes = ModelFile.bytes(MODEL);
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(InvalidModelException.class, () -> read(cut));
        }
        for (int i = 0; i < bytes.length; i += 5) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThrows(InvalidModelException.class, () -> read(damaged));
        }
    }

    @Test
    void anotherFileIsRefused() {
        assertThrows(InvalidModelException.class, () -> read("{\"a\":1, \"b\": \"no model\"}".getBytes()));
    }

    @Test
    void aFileThatPromisesMoreThanItHoldsCostsNoMemory() throws IOException {
        Head tiny = Head.quantised("t", List.of("a", "b"), new float[2], new float[4]);
        byte[] bytes = ModelFile.bytes(new Model("1", "f", Map.of(), Map.of("t", tiny)));
        // The number of buckets stands before one byte of runs and the checksum.
        int at = bytes.length - 9;
        ByteBuffer.wrap(bytes).putInt(at, 1 << 20);
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
        InvalidModelException refused = assertThrows(InvalidModelException.class, () -> read(bytes));
        assertEquals("has fewer weights than it says", refused.getMessage());
    }

    @Test
    void whatSmallFilesPromiseTogetherHasABoundToo() {
        List<String> labels =
                IntStream.range(0, 512).mapToObj(Integer::toString).toList();
        byte[] weights = new byte[512 << 17];
        Map<String, Head> heads = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c")) {
            heads.put(name, new Head(name, labels, new float[512], new float[512], weights, 1));
        }
        byte[] bytes = ModelFile.bytes(new Model("1", "f", Map.of(), heads));
        InvalidModelException refused = assertThrows(InvalidModelException.class, () -> read(bytes));
        assertEquals("has more than 134217728 weights", refused.getMessage());
    }

    @Test
    void noMoreOfAFileIsReadThanAModelMayHave() {
        Endless zeros = new Endless(new byte[0]);
        Endless model = new Endless(Arrays.copyOf(ModelFile.bytes(MODEL), 8));
        InvalidModelException none = assertThrows(InvalidModelException.class, () -> ModelFile.read(zeros));
        assertEquals("is no model file of this version", none.getMessage());
        assertTrue(zeros.read < 100_000, () -> zeros.read + " bytes");
        InvalidModelException large = assertThrows(InvalidModelException.class, () -> ModelFile.read(model));
        assertEquals("is larger than a model may be: 64 MiB", large.getMessage());
        assertTrue(model.read < 65 << 20, () -> model.read + " bytes");
    }

    /** Zeros without an end, behind a beginning. */
    private static final class Endless extends InputStream {

        private final byte[] beginning;
        private long read;

        Endless(byte[] beginning) {
            this.beginning = beginning;
        }

        @Override
        public int read() {
            read++;
            return read <= beginning.length ? beginning[(int) read - 1] : 0;
        }
    }

    @Test
    void aHeadThatHasNothingToChooseFromIsRefused() throws IOException {
        for (int labels = 0; labels < 2; labels++) {
            byte[] bytes = withLabels(labels);
            InvalidModelException refused = assertThrows(InvalidModelException.class, () -> read(bytes));
            assertEquals("is damaged: The head category has fewer than two labels", refused.getMessage());
        }
        assertEquals(2, read(withLabels(2)).head("category").labels().size());
    }

    /** A file with one head of one bucket. */
    private static byte[] withLabels(int labels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(ModelFile.bytes(MODEL), 0, 8);
        out.writeUTF("1");
        out.writeUTF("f");
        out.writeShort(0);
        out.writeShort(1);
        out.writeUTF("category");
        out.writeShort(labels);
        out.writeFloat(1);
        for (int label = 0; label < labels; label++) {
            out.writeUTF("label" + label);
            out.writeFloat(0);
            out.writeFloat(1);
        }
        out.writeInt(1);
        if (labels > 0) {
            out.writeByte(-labels);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.toByteArray());
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    @Test
    void roundingKeepsTheOrderOfWhatAHeadSays() {
        float[] weights = {0.5f, -0.25f, 0.001f, 1f};
        Head head = Head.quantised("h", List.of("x", "y"), new float[2], weights);
        assertEquals(127, head.weights()[3]);
        assertEquals(127, head.weights()[0]);
        assertEquals(-32, head.weights()[1]);
        assertEquals(0, head.weights()[2]);
    }

    private static Model read(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }
}
