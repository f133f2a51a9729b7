package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.Model;

/** Measures what a recipe says is to be measured. */
final class Trials {

    private Trials() {}

    static String report(
            Recipe.Trial trial, Recipe recipe, Training training, Model model, Preparation preparation, long seed)
            throws IOException {
        Analyzer analyzer = Evaluation.analyzer(model, preparation, trial.task());
        Evaluation evaluation = evaluate(trial, recipe, training, analyzer);
        return Report.of(trial.title(), evaluation, analyzer.hostileFrom(), 0, seed);
    }

    static Evaluation evaluate(Recipe.Trial trial, Recipe recipe, Training training, Analyzer analyzer)
            throws IOException {
        boolean heldOut = recipe.sets().get(trial.source().set()).holdsOut();
        List<Row> rows = new ArrayList<>();
        List<String> truths = new ArrayList<>();
        for (Row row : training.rows(trial.source().set())) {
            Optional<String> truth = Labels.of(row, trial.source());
            if (truth.isPresent() && (!heldOut || Split.of(row) == Split.HELD_OUT)) {
                rows.add(row);
                truths.add(truth.get());
            }
        }
        return Evaluation.of(analyzer, trial.task(), rows, truths);
    }
}
