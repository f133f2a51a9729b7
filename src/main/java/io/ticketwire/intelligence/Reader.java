package io.ticketwire.intelligence;

/** Reads a message by itself. Safe for any number of threads; takes time in proportion to the text, and nothing else. */
public interface Reader {

    /** What the message says. */
    Reading read(Message message);

    /** Which weights read it, e.g. {@code 2026.11-1}. */
    String model();
}
