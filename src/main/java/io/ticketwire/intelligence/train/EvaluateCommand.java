package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.Model;

/** {@code evaluate}: how often a model is right about labelled messages. */
final class EvaluateCommand {

    private static final long SEED = 1;

    private EvaluateCommand() {}

    static void run(String[] args, PrintStream out) throws IOException {
        Arguments arguments =
                Arguments.of(args, 0, Set.of("data", "task", "field", "labels", "value", "model", "wrong"));
        Path data = arguments.requiredFile("data");
        String task = arguments.required("task");
        Recipe.Source source = Recipe.Source.of(
                arguments.get("field", "label"),
                arguments.has("value") ? arguments.get("value", null) : null,
                arguments.has("labels") ? LabelMap.of(arguments.get("labels", "")) : null);
        int wrong = arguments.count("wrong", 10);
        Model model = Models.load(arguments.file("model"));
        Analyzer analyzer = Evaluation.analyzer(model, Preparation.load(), task);
        out.println(of(data, task, source, wrong, analyzer));
    }

    private static String of(Path data, String task, Recipe.Source source, int wrong, Analyzer analyzer)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> truths = new ArrayList<>();
        for (Row row : Row.read(data)) {
            Optional<String> truth = Labels.of(row, source);
            if (truth.isPresent()) {
                rows.add(row);
                truths.add(truth.get());
            }
        }
        if (rows.isEmpty()) {
            throw new UsageException(data + " has no row with the field \"" + source.field() + "\"");
        }
        Evaluation evaluation = Evaluation.of(analyzer, task, rows, truths);
        return Report.of(task + ", " + data.getFileName(), evaluation, analyzer.hostileFrom(), wrong, SEED);
    }
}
