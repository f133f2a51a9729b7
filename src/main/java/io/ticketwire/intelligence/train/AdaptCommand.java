package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.ticketwire.event.TicketPriority;
import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.language.LanguageDetector;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.Model;

/**
 * {@code adapt}: trains heads anew on one's own labelled tickets and puts them into a model in the place of those that it has. The
 * labels are whatever the tickets have. What is held out of the tickets (one of ten) says how good they became.
 */
final class AdaptCommand {

    private static final int FEWEST = 20;

    /** A label costs a megabyte while it is learnt, and a quarter of that wherever the head is used. */
    private static final int MOST_LABELS = 200;

    /** What is asked of everybody's messages alike. */
    private static final Set<String> SHARED = Set.of("language", "sentiment", "intensity", "hostility", "offensive");

    private static final long SEED = 20261122;
    private static final Recipe.HeadRecipe DEFAULTS =
            new Recipe.HeadRecipe(null, null, null, 20, 0.6f, 0.1f, 0.5, null, null);

    private AdaptCommand() {}

    static void run(String[] args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(args, 0, Set.of("data", "heads", "model", "out", "version"));
        List<Row> rows = Row.read(arguments.requiredFile("data"));
        Path target = arguments.requiredFile("out");
        Model model = Models.load(arguments.file("model"));
        Preparation preparation = Preparation.load();
        Vectors vectors = new Vectors(preparation, new LanguageDetector(model.head("language")));
        List<Head> heads = new ArrayList<>();
        for (String name : arguments.get("heads", "priority,category").split(",")) {
            heads.add(head(name.strip(), rows, vectors));
        }
        Model adapted = model.with(arguments.get("version", model.version() + "-adapted"), heads);
        for (Head head : heads) {
            out.println(figures(head.name(), rows, Evaluation.analyzer(adapted, preparation, head.name())));
        }
        Models.write(target, adapted);
        out.printf("%s: model %s%n", target, adapted.version());
    }

    private static Head head(String name, List<Row> rows, Vectors vectors) {
        if (SHARED.contains(name)) {
            throw new UsageException("one's own tickets are too few for the head " + name
                    + "; train it with the others, by the recipe. Its labels are the same everywhere");
        }
        List<Row> labelled = rows.stream()
                .filter(row -> row.values(name).size() == 1 && Split.of(row) == Split.TRAIN)
                .toList();
        List<String> labels = List.copyOf(new TreeSet<>(
                labelled.stream().map(row -> row.values(name).get(0)).toList()));
        check(name, labels);
        if (labelled.size() < FEWEST || labels.size() < 2) {
            throw new UsageException("for " + name + " there must be at least " + FEWEST
                    + " messages with two labels in the field \"" + name + "\"; there are " + labelled.size() + " with "
                    + labels.size());
        }
        List<HeadTrainer.Example> examples = labelled.stream()
                .map(row -> new HeadTrainer.Example(
                        vectors.ofText(row, null),
                        labels.indexOf(row.values(name).get(0)),
                        1,
                        ""))
                .toList();
        return HeadTrainer.train(DEFAULTS.named(name, labels), examples, SEED);
    }

    private static void check(String name, List<String> labels) {
        if (labels.size() > MOST_LABELS) {
            throw new UsageException(
                    "for " + name + " there are " + labels.size() + " labels; a head has " + MOST_LABELS + " at most");
        }
        List<String> others = name.equals("priority")
                ? labels.stream()
                        .filter(label -> !TicketPriority.ALL.contains(label))
                        .toList()
                : List.of();
        if (!others.isEmpty()) {
            throw new UsageException("priorities are " + String.join(", ", TicketPriority.ALL) + ", and not "
                    + String.join(", ", others));
        }
    }

    private static String figures(String name, List<Row> rows, Analyzer analyzer) throws IOException {
        List<Row> heldOut = rows.stream()
                .filter(row -> row.values(name).size() == 1 && Split.of(row) == Split.HELD_OUT)
                .toList();
        if (heldOut.isEmpty()) {
            return name + ": too few messages to hold some out";
        }
        List<String> truths =
                heldOut.stream().map(row -> row.values(name).get(0)).toList();
        Evaluation evaluation = Evaluation.of(analyzer, name, heldOut, truths);
        return Report.of(name + ", held out", evaluation, analyzer.hostileFrom(), 0, SEED);
    }
}
