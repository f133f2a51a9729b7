package io.ticketwire.intelligence.language;

import java.util.List;
import java.util.Locale;

/** A language that we read, or none that we know. */
public enum Language {
    EN,
    DE,
    FR,
    ES,
    IT,
    PT,
    NL,
    AR,
    HI,
    /** ISO 639-2 {@code und}: no letters, or none of the above. */
    UND;

    /** Those that texts are told to be in; not {@link #UND}. */
    public static final List<Language> KNOWN = List.of(EN, DE, FR, ES, IT, PT, NL, AR, HI);

    /** ISO 639-1, or {@code und}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a code with or without a region ({@code pt-BR}); {@link #UND} if it is none of ours. */
    public static Language of(String code) {
        String primary = code == null ? "" : code.strip().split("[-_]", 2)[0].toUpperCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.name().equals(primary)) {
                return language;
            }
        }
        return UND;
    }
}
