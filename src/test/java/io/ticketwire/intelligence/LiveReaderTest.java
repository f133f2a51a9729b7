package io.ticketwire.intelligence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.language.LanguageFeatures;
import io.ticketwire.intelligence.model.FeatureExtractor;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.ModelFile;
import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.platform.Roles;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A model is taken when its file changes, and only if it can be used. */
class LiveReaderTest {

    private static final String FINGERPRINT = Preparation.load().fingerprint();
    private static final Message MESSAGE = new Message("Login", "It does not work", null, null);

    @TempDir
    Path folder;

    private Path file;
    private int changes;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void choose() {
        file = folder.resolve("own.model");
    }

    @Test
    void readsWithTheFileThatIsConfigured() throws IOException {
        // given
        write(ModelFile.bytes(model("own-1", FINGERPRINT, "billing")));
        LiveReader reader = reader("intelligence");

        // when
        start(reader);

        // then
        assertEquals("own-1", reader.read(MESSAGE).model());
        assertEquals("billing", reader.read(MESSAGE).category().label());
        assertEquals(
                0,
                metrics.get("ticketwire.intelligence.model.rejected").counter().count());
    }

    @Test
    void takesTheFileWhenItChanges() throws IOException {
        // given
        write(ModelFile.bytes(model("own-1", FINGERPRINT, "billing")));
        LiveReader reader = reader("api");
        start(reader);
        write(ModelFile.bytes(model("own-2", FINGERPRINT, "login")));

        // when
        reader.look();

        // then
        assertEquals("own-2", reader.read(MESSAGE).model());
        assertEquals("login", reader.read(MESSAGE).category().label());
        assertEquals(0, rejected());
    }

    @Test
    void staysWithItsModelWhileTheFileCanNotBeUsedAndSaysSoOnce() throws IOException {
        // given
        write(ModelFile.bytes(model("own-1", FINGERPRINT, "billing")));
        LiveReader reader = reader("intelligence");
        start(reader);

        // when
        write(damaged(ModelFile.bytes(model("own-2", FINGERPRINT, "login"))));
        reader.look();
        reader.look();
        double afterDamage = rejected();
        Files.delete(file);
        reader.look();
        reader.look();
        double afterLoss = rejected();

        // then
        assertEquals(1, afterDamage);
        assertEquals(2, afterLoss);
        assertEquals("own-1", reader.read(MESSAGE).model());
        assertEquals("billing", reader.read(MESSAGE).category().label());
    }

    @Test
    void aFileThatIsTooLargeToBeAModelIsNotReadWhateverItBeginsWith() throws IOException {
        // given
        byte[] good = ModelFile.bytes(model("own-1", FINGERPRINT, "billing"));
        write(good);
        LiveReader reader = reader("intelligence");
        start(reader);

        // when
        writeLarge(new byte[16]);
        reader.look();
        double afterZeros = rejected();
        writeLarge(Arrays.copyOf(good, 16));
        reader.look();
        double afterMagic = rejected();

        // then
        assertEquals(1, afterZeros);
        assertEquals(2, afterMagic);
        assertEquals("own-1", reader.read(MESSAGE).model());
    }

    @Test
    void takesTheFileAgainOnceItIsMended() throws IOException {
        // given
        write(ModelFile.bytes(model("own-1", FINGERPRINT, "billing")));
        LiveReader reader = reader("intelligence");
        start(reader);
        write("half a file".getBytes(UTF_8));
        reader.look();

        // when
        write(ModelFile.bytes(model("own-2", FINGERPRINT, "login")));
        reader.look();

        // then
        assertEquals("own-2", reader.read(MESSAGE).model());
    }

    @Test
    void looksAtNothingBeforeItHasBegun() throws IOException {
        // given
        write(ModelFile.bytes(model("own-1", FINGERPRINT, "billing")));
        LiveReader reader = reader("intelligence");

        // when
        reader.look();
        start(reader);
        reader.look();

        // then
        assertEquals(0, rejected());
        assertEquals("own-1", reader.read(MESSAGE).model());
    }

    @Test
    void doesNotStartWithAFileThatCanNotBeUsedAndSaysWhichAndWhy() throws IOException {
        byte[] good = ModelFile.bytes(model("own-1", FINGERPRINT, "billing"));
        byte[] ofOtherWords = ModelFile.bytes(model("own-1", "0123456789abcdef", "billing"));
        byte[] withoutHeads = ModelFile.bytes(new Model("own-1", FINGERPRINT, Map.of(), Map.of()));

        assertRefused(" can't be read: ");
        write("no model".getBytes(UTF_8));
        assertRefused(" is no model file of this version");
        write(damaged(good));
        assertRefused(" is damaged: its checksum is wrong");
        write(ofOtherWords);
        assertRefused(" was trained with other word lists");
        write(withoutHeads);
        assertRefused(" has no head language");
        writeLarge(good);
        assertRefused(" is larger than a model may be: 64 MiB");
    }

    @Test
    void aModelThatFailsAtAMessageIsNotTaken() throws IOException {
        // given
        write(ModelFile.bytes(model("own-1", FINGERPRINT, "billing")));
        LiveReader reader = reader("intelligence");
        start(reader);

        // when
        write(ModelFile.bytes(withoutBounds(model("own-2", FINGERPRINT, "login"))));
        reader.look();

        // then
        assertEquals(1, rejected());
        assertEquals("own-1", reader.read(MESSAGE).model());
        assertRefused(" can't be used: it says nothing of a message");
    }

    @Test
    void whereNothingIsReadNoModelIsNeeded() {
        LiveReader reader = reader("ingress,delivery");

        assertDoesNotThrow(() -> start(reader));
        assertDoesNotThrow(reader::look);
    }

    private void assertRefused(String why) {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> start(reader("intelligence")));
        assertTrue(
                refused.getMessage().startsWith("ticketwire.intelligence.model-file: " + file + why),
                refused.getMessage());
    }

    private LiveReader reader(String roles) {
        return new LiveReader(
                Settings.of(IntelligenceSettings.class, "ticketwire.intelligence.model-file", file.toString()),
                new Roles(Settings.of(PlatformSettings.class, "ticketwire.roles", roles)),
                metrics);
    }

    private static void start(LiveReader reader) {
        reader.start(new StartupEvent());
    }

    private double rejected() {
        return metrics.counter("ticketwire.intelligence.model.rejected").count();
    }

    /** Each time a second later, as a clock may be too coarse for a test. */
    private void write(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * ++changes));
    }

    /** Of 3 GB, which take no room on the disk. */
    private void writeLarge(byte[] beginning) throws IOException {
        write(beginning);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30);
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * ++changes));
    }

    private static byte[] damaged(byte[] good) {
        byte[] damaged = good.clone();
        damaged[damaged.length / 2] ^= 1;
        return damaged;
    }

    /** Says the same of every message. */
    private static Model model(String version, String fingerprint, String category) {
        Map<String, Head> heads = Stream.of(
                        head("language", "en", "de"),
                        head("sentiment", "negative", "neutral", "positive"),
                        head("intensity", "mild", "strong"),
                        head("hostility", "none", "frustrated", "hostile"),
                        head("priority", "low", "medium", "high", "urgent"),
                        head("category", category, "other"))
                .collect(Collectors.toMap(Head::name, Function.identity()));
        return new Model(version, fingerprint, Map.of("hostile", 0.5, "frustrated", 0.5), heads);
    }

    /** With weights so large that their sums are no numbers any more. */
    private static Model withoutBounds(Model model) throws IOException {
        List<String> labels = model.head("category").labels();
        byte[] weights = new byte[labels.size() * FeatureExtractor.BUCKETS];
        Arrays.fill(weights, Byte.MAX_VALUE);
        float[] scales = {Float.MAX_VALUE, Float.MAX_VALUE};
        return model.with(model.version(), List.of(new Head("category", labels, new float[2], scales, weights, 1)));
    }

    /** Answers with {@code neutral}, or the first of its labels. */
    private static Head head(String name, String... labels) {
        int buckets = name.equals("language") ? LanguageFeatures.BUCKETS : FeatureExtractor.BUCKETS;
        float[] biases = new float[labels.length];
        biases[Math.max(0, List.of(labels).indexOf("neutral"))] = 1;
        return Head.quantised(name, List.of(labels), biases, new float[labels.length * buckets]);
    }
}
