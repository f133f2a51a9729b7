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

    /** Names that the JDK does not know, and mail programs use (WHATWG Encoding Standard, section 4.2). */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("iso88591", "ISO-8859-1"),
            Map.entry("ansi_x3.110-1983", "ISO-8859-1"),
            Map.entry("windows1252", "windows-1252"),
            Map.entry("x-cp1252", "windows-1252"),
            Map.entry("x-cp1251", "windows-1251"),
            Map.entry("x-cp1250", "windows-1250"),
            Map.entry("cp-850", "IBM850"),
            Map.entry("iso88592", "ISO-8859-2"),
            Map.entry("iso88595", "ISO-8859-5"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso88599", "ISO-8859-9"),
            Map.entry("iso885915", "ISO-8859-15"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("koi", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("gb_2312", "GB2312"),
            Map.entry("gb_2312-80", "GB2312"),
            Map.entry("csgb2312", "GB2312"),
            Map.entry("chinese", "GB2312"),
            Map.entry("cn-gb", "GB2312"),
            Map.entry("x-gbk", "GBK"),
            Map.entry("cn-big5", "Big5"),
            Map.entry("shift-jis", "Shift_JIS"),
            Map.entry("iso-2022-jp-ms", "ISO-2022-JP"),
            Map.entry("korean", "EUC-KR"),
            Map.entry("ks_c_5601-1989", "EUC-KR"),
            Map.entry("uhc", "EUC-KR"));

    /** By the JDK's name of what is said, the one that is used. */
    private static final Map<String, String> LARGER = Map.ofEntries(
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("ISO-2022-JP", "x-windows-50220"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("Big5", "Big5-HKSCS"));

    /**
     * All names that there are, in lower case. The JDK looks for one that is unknown in every module, which takes so long that
     * a mail must not be able to ask for thousands.
     */
    private static final Set<String> NAMES = Charset.availableCharsets().values().stream()
            .flatMap(charset -> Stream.concat(Stream.of(charset.name()), charset.aliases().stream()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private MailCharsets() {}

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

    /** Of a text in this charset, its bytes; in UTF-8 if there is none of this name, or none that can be written. */
    static byte[] encode(String text, String name) {
        Charset charset = named(name);
        return text.getBytes(charset == null || !charset.canEncode() ? UTF_8 : charset);
    }

    /** Null if there is none of this name, or it says nothing: bytes that are said to be ASCII often are not. */
    private static Charset named(String name) {
        String plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.equals("us-ascii") || plain.equals("ascii")) {
            return null;
        }
        Charset said = ofName(OTHER_NAMES.getOrDefault(plain, plain));
        return said == null ? null : ofName(LARGER.getOrDefault(said.name(), said.name()));
    }

    private static Charset ofName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT)) ? Charset.forName(name) : null;
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
