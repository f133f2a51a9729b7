package io.ticketwire.bench.load;

import java.io.IOException;
import java.util.List;

import io.ticketwire.bench.process.CommandServer;
import io.ticketwire.bench.report.Latency;

/** The load generator. Argument: the port for commands. */
public final class Generator {

    /**
     * Events onto the topic: {@code count} as fast as the broker takes them, or {@code perSecond} for some seconds.
     *
     * @param run the phase that they belong to
     * @param categories how many kinds of events take turns
     */
    public record Events(String bootstrap, String run, int categories, long count, double perSecond, int seconds) {}

    /** What was sent. */
    public record Sent(long records, long failed, double seconds) {}

    /** Records of 1 KiB, as fast as the broker takes them. */
    public record Records(String bootstrap, int seconds) {}

    /** Deliveries that wait for an hour and longer, taking turns among the endpoints. */
    public record Tasks(String bootstrap, long count, List<String> endpoints) {}

    /**
     * Signed callbacks.
     *
     * @param perSecond open loop; 0: closed loop
     * @param connections at most this many; in a closed loop, always this many
     */
    public record Callbacks(String url, String secret, double perSecond, int seconds, int connections) {}

    /**
     * Tickets and replies of customers, as callbacks of type {@code receive}.
     *
     * @param seed of what is chosen: the same for the same seed
     */
    public record Letters(Callbacks callbacks, String bootstrap, long seed, List<Letter> letters) {}

    /**
     * What a customer writes.
     *
     * @param hostile whether its ticket has to be escalated for it
     */
    public record Letter(String subject, String text, boolean hostile) {}

    /**
     * What became of them.
     *
     * @param replies how many of them were replies
     * @param steps in the order in which they take them
     */
    public record Told(Answered answered, long replies, List<Arrived> steps) {}

    /**
     * How they arrived at a step; latency counts from when each was to be sent.
     *
     * @param once how many did
     * @param missing how many had to and did not
     * @param unasked how many did and did not have to
     * @param again arrivals beyond the first
     */
    public record Arrived(Step step, long once, long missing, long unasked, long again, Latency latency) {}

    /** How requests or records were answered; latency counts from when each was to be sent. */
    public record Answered(long answered, long failed, double seconds, Latency latency) {}

    private Generator() {}

    public static void main(String[] arguments) throws IOException {
        HttpLoad http = new HttpLoad();
        Invoices invoices = new Invoices();
        new CommandServer(Integer.parseInt(arguments[0]))
                .on("events", Events.class, command -> new EventLoad(command).run())
                .on("records", Records.class, RecordLoad::run)
                .on("tasks", Tasks.class, TaskLoad::run)
                .on("callbacks", Callbacks.class, command -> http.run(command, invoices))
                .on("letters", Letters.class, command -> new LetterLoad(command).run(http))
                .serve();
    }
}
