package io.ticketwire.intelligence.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import io.ticketwire.platform.Sha256;

/** The resources that features are made with. */
final class WordLists {

    private static final String FOLDER = "/intelligence/";
    private static final List<String> NAMES = List.of(
            "concepts.tsv", "escalation.tsv", "hostility/emoji.tsv", "hostility/phrases.tsv", "hostility/words.tsv");
    private static final int BYTES = 8;

    private WordLists() {}

    /** The same for the same lists: the beginning of their SHA-256. */
    static String fingerprint() {
        MessageDigest digest = Sha256.digest();
        for (String name : NAMES) {
            try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + name)) {
                digest.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
