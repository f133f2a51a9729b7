package io.ticketwire.intelligence;

import io.ticketwire.intelligence.model.InvalidModelException;

/** A message that every model is tried on before messages of customers are read with it. */
final class Sample {

    private static final Message MESSAGE = new Message(
            "Order 4711 did not arrive",
            "Hello, I have been waiting for three weeks and nobody answers. This is ridiculous, I want my money back today!",
            null,
            null);

    private Sample() {}

    /**
     * Gives back a reader that can read.
     *
     * @throws InvalidModelException if it fails, or is not sure of anything: its weights are so large that sums of them are no
     *     numbers
     */
    static <R extends Reader> R tried(R reader) throws InvalidModelException {
        if (!isSure(read(reader))) {
            throw new InvalidModelException("can't be used: it says nothing of a message");
        }
        return reader;
    }

    private static Reading read(Reader reader) throws InvalidModelException {
        try {
            return reader.read(MESSAGE);
        } catch (RuntimeException fault) {
            throw new InvalidModelException("can't be used: it fails at a message: " + fault);
        }
    }

    /** What is most probable of so many labels has more than nothing, also when it is rounded. */
    private static boolean isSure(Reading reading) {
        return reading.language().confidence() > 0
                && reading.sentiment().confidence() > 0
                && reading.hostility().score() + reading.hostility().confidence() > 0
                && reading.urgency().confidence() > 0
                && reading.category().confidence() > 0;
    }
}
