package io.ticketwire.intelligence.clean;

/**
 * Where the characters of a text stand in what it was read from. What is one character in the text may be several there: {@code &amp;amp;}.
 *
 * @param first of the characters that one was read from, the first
 * @param last the last of them
 */
record Places(Runs first, Runs last) {

    /** Of a text that was not changed. */
    static final Places SAME = new Places(Runs.SAME, Runs.SAME);
}
