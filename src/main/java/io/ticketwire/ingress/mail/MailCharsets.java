package io.ticketwire.ingress.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Text out of bytes, by the charset that a mail names. Mail programs name the small charset and use the large one around it,
 * as browsers know (WHATWG Encoding Standard, section 4.2); where no charset is named, or none that is known, it is UTF-8 if
 * the bytes are, and else Windows-1252, which contains ISO-8859-1.
 */
public final class MailCharsets {

    private static final int LONGEST_NAME = 64;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> LARGER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("ansi_x3.110-1983", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"));

    /**
     * All names that there are, in lower case. The JDK looks for one that is unknown in every module, which takes so long that
     * a mail must not be able to ask for thousands.
     */
    private static final Set<String> NAMES = Charset.availableCharsets().values().stream()
            .flatMap(charset -> Stream.concat(Stream.of(charset.name()), charset.aliases().stream()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private MailCharsets() {}

    /** Whether there is a charset of this name. */
    static boolean isKnown(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The text; never throws.
     *
     * @param name of the charset as the sender writes it; may be null
     * @param cut whether more bytes followed, so that the last character may be broken
     */
    public static String decode(byte[] bytes, String name, boolean cut) {
        Charset charset = named(name);
        if (charset != null) {
            return new String(bytes, charset);
        }
        String text = utf8(bytes, cut);
        return text == null ? new String(bytes, WINDOWS_1252) : text;
    }

    /** As {@link #decode(byte[], String, boolean)}, of all there is. */
    public static String decode(byte[] bytes, String name) {
        return decode(bytes, name, false);
    }

    /** Null if there is none of this name, or it says nothing: bytes that are said to be ASCII often are not. */
    private static Charset named(String name) {
        String plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.equals("us-ascii") || plain.equals("ascii")) {
            return null;
        }
        String larger = LARGER.getOrDefault(plain, plain);
        return isKnown(larger) ? Charset.forName(larger) : null;
    }

    /** Null if it is not UTF-8. */
    private static String utf8(byte[] bytes, boolean cut) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, !cut);
        return result.isError() ? null : text.flip().toString();
    }
}
