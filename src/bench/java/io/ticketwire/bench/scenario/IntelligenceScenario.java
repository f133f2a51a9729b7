package io.ticketwire.bench.scenario;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import io.ticketwire.bench.report.Latency;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Row;
import io.ticketwire.bench.report.Target;
import io.ticketwire.intelligence.Message;
import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.ModelFile;

/**
 * What reading a message costs by itself: everything that is read in one, with the built-in model, on one thread of this
 * process. No database, no broker, nothing of what was before.
 */
public final class IntelligenceScenario implements Scenario {

    private static final String NAME = "intelligence";
    private static final double WANTED_PER_SECOND = 3_000;
    private static final double WANTED_MS = 2;
    private static final int MESSAGES = 1_000;
    private static final long SEED = 6;

    private record Length(String phase, int from, int to) {}

    private static final Length USUAL = new Length("600 characters", 500, 700);
    private static final List<Length> LENGTHS =
            List.of(USUAL, new Length("60 characters", 50, 70), new Length("5,000 characters", 4_500, 5_500));

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Where every reading ends up, so that none can be left out as useless. */
    private int read;

    @Override
    public void run(Stage stage, Report report) {
        Analyzer analyzer = analyzer();
        Corpus corpus = Corpus.of(List.of("b2b"), text -> true, SEED);
        List<List<Message>> messages =
                LENGTHS.stream().map(length -> messages(corpus, length)).toList();
        messages.forEach(own -> measure(analyzer, own, stage.options().warmUpSeconds() / (double) LENGTHS.size()));
        for (int i = 0; i < LENGTHS.size(); i++) {
            Row row = measure(analyzer, messages.get(i), stage.options().seconds())
                    .row(LENGTHS.get(i), corpus, messages.get(i));
            report.add(row);
            if (LENGTHS.get(i) == USUAL) {
                report.add(Target.atLeast(
                        "messages of 600 characters read per second on one core",
                        WANTED_PER_SECOND,
                        row.perSecond(),
                        "/s"));
                report.add(Target.below(
                        "p99 of reading one", WANTED_MS, row.latency().p99(), "ms"));
            }
        }
    }

    /** The one that a gateway of this package reads with. */
    static Analyzer analyzer() {
        try {
            return new Analyzer(ModelFile.shipped(), Preparation.load());
        } catch (InvalidModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Message> messages(Corpus corpus, Length length) {
        List<String> languages = corpus.languages();
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> corpus.message(languages.get(i % languages.size()), length.from(), length.to()))
                .toList();
    }

    private record Measured(long count, double seconds, double cpuSeconds, Latency latency) {

        Row row(Length length, Corpus corpus, List<Message> messages) {
            double characters = messages.stream()
                    .mapToInt(IntelligenceScenario::length)
                    .average()
                    .orElse(0);
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("characters", characters);
            more.put("languages", corpus.languages().size());
            more.put("per CPU second", count / cpuSeconds);
            if (length == USUAL) {
                more.put("of the target", count / seconds / WANTED_PER_SECOND);
            }
            more.put("p95 ms", latency.p95());
            more.put("max ms", latency.max());
            return new Row(NAME, length.phase(), count / seconds, latency, null, 0, Map.of(), more);
        }
    }

    private static int length(Message message) {
        return message.text().length()
                + (message.subject() == null ? 0 : message.subject().length());
    }

    private Measured measure(Analyzer analyzer, List<Message> messages, double seconds) {
        Histogram micros = new Histogram(3);
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        long now = start;
        long count = 0;
        while (now < end) {
            read += analyzer.read(messages.get((int) (count % messages.size()))).hashCode();
            long after = System.nanoTime();
            micros.recordValue((after - now) / 1_000);
            now = after;
            count++;
        }
        double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        return new Measured(count, (now - start) / 1e9, cpuSeconds, Latency.ofMicros(micros));
    }
}
