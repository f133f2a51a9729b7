package io.ticketwire.intelligence;

/** Reads messages. Pure and quick: takes no lock, touches neither disk nor network; may be used by many threads. */
public interface Reader {

    /** What a message says; never fails, whatever is in it. */
    Reading read(Message message);
}
