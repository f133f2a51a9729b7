package io.ticketwire.intelligence.hostility;

/** What a word does in a hostile sentence, or in one that only looks so. */
enum Role {
    /** An insult whomever it is said of. */
    INSULT,
    /** An insult only if it is said to somebody: beasts, clowns, amateurs. */
    BEAST,
    /** Charges somebody with a crime or a lie. */
    ACCUSE,
    /** Belittles; of a thing it's a complaint, of a person an insult. */
    SCORN,
    STRONG,
    MILD,
    /** An insulting word for a company. */
    SHOP,
    YOU,
    YOUR,
    THEY,
    I,
    MY,
    BE,
    /** You, and that you are something, in one word. */
    ARE_YOU,
    /** The same of oneself. */
    AM,
    /** Those who work for the company. */
    PEOPLE,
    /** What the company makes and does. */
    WORK,
    /** A verb that orders something done. */
    ORDER,
    /** A crowd of something. */
    GROUP,
    OF,
    NOT,
    ONLY,
    SAY,
    REPORTS,
    THIRD,
    PRAISE,
    PRAISE_CHEAP,
    HONORIFIC,
    NAMED,
    FIRM,
    /** What bad words are listed or looked for in. */
    LIST,
    /** A word that joins the next with an apostrophe. */
    ELISION;

    static final int BAD =
            INSULT.bit() | BEAST.bit() | ACCUSE.bit() | SCORN.bit() | STRONG.bit() | MILD.bit() | SHOP.bit();

    int bit() {
        return 1 << ordinal();
    }
}
