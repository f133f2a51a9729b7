package io.ticketwire.intelligence.train;

import java.util.Optional;

import io.ticketwire.intelligence.Message;
import io.ticketwire.intelligence.Reading;
import io.ticketwire.intelligence.analysis.Analyzer;

/**
 * What the analyser said of a message.
 *
 * @param lexicon what its words alone say
 * @param hostility the score
 */
record Asked(String answer, double confidence, Optional<String> lexicon, double hostility) {

    /** @param analyzer made for the task, see {@link Evaluation#analyzer} */
    static Asked of(Analyzer analyzer, String task, Row row) {
        Message message = new Message(row.subject(), row.text(), null, null);
        Reading reading = analyzer.read(message);
        Optional<String> lexicon = Baseline.lexicon(task, analyzer.concepts(message));
        double hostility = reading.hostility().score();
        return switch (task) {
            case "language" ->
                new Asked(reading.language().code(), reading.language().confidence(), lexicon, hostility);
            case "sentiment" ->
                new Asked(reading.sentiment().label(), reading.sentiment().confidence(), lexicon, hostility);
            case "hostility" ->
                new Asked(reading.hostility().level(), reading.hostility().confidence(), lexicon, hostility);
            case "priority" ->
                new Asked(reading.urgency().priority(), reading.urgency().confidence(), lexicon, hostility);
            default -> new Asked(reading.category().label(), reading.category().confidence(), lexicon, hostility);
        };
    }
}
