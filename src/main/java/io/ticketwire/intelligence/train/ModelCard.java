package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.platform.Sha256;

/** What a model is made of and how often it is right, as Markdown beside it. The same model has the same card. */
final class ModelCard {

    private static final long SEED = 1;

    private ModelCard() {}

    static String of(Recipe recipe, Training training, Model model, byte[] bytes, Preparation preparation)
            throws IOException {
        StringBuilder card = new StringBuilder();
        card.append("# Model ").append(model.version()).append("\n\n");
        card.append(
                        "Made by `train` (see `src/train/README.md`); not to be edited. Linear heads over hashed words, characters,\n")
                .append(
                        "concepts and rules; int8 weights. Reads support messages in English, German, French, Spanish, Italian,\n")
                .append(
                        "Portuguese and Dutch; Arabic and Hindi by their words, and by short posts. It reads what people write, not what\n")
                .append(
                        "they are: not to be used to judge persons. It misses irony, and what only the thread explains.\n\n");
        card.append(String.format(
                Locale.ROOT,
                "%,d bytes, SHA-256 `%s`.\n\n",
                bytes.length,
                HexFormat.of().formatHex(Sha256.of(bytes))));
        thresholds(model, card);
        data(recipe, training, card);
        confidence(training, card);
        card.append(
                        "## Figures\n\nOn what was held out of training: one of ten rows of our own sets, and the parts for development of the ")
                .append("public ones.\n\n");
        for (Recipe.Trial trial : Objects.requireNonNullElse(recipe.trials(), List.<Recipe.Trial>of())) {
            card.append(Trials.report(trial, recipe, training, model, preparation, SEED))
                    .append('\n');
        }
        return card.toString();
    }

    private static void thresholds(Model model, StringBuilder card) {
        card.append("## Thresholds\n\n| threshold | value |\n|---|---|\n");
        model.thresholds().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(threshold -> card.append(
                        String.format(Locale.ROOT, "| %s | %s |\n", threshold.getKey(), threshold.getValue())));
        card.append('\n');
    }

    private static void confidence(Training training, StringBuilder card) {
        card.append(
                        "## Confidence\n\nOf each head, on one half of what was held out of training: how far its confidence is from the share of right\n")
                .append(
                        "answers (expected calibration error, ten ranges), without its temperature and with it. The temperature was found on\n")
                .append(
                        "the other half. Labels don't depend on it. Hostility has none of its own, as thresholds are set for its score.\n\n")
                .append(
                        "| head | temperature | found with | error without it | error with it | messages |\n|---|---|---|---|---|---|\n");
        training.calibrations()
                .forEach((head, found) -> card.append(String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %d | %.3f | %.3f | %d |\n",
                        head,
                        found.temperature(),
                        found.fitted(),
                        found.before(),
                        found.after(),
                        found.measured())));
        card.append('\n');
    }

    private static void data(Recipe recipe, Training training, StringBuilder card) {
        card.append("## Data\n\n| set | origin | licence |\n|---|---|---|\n");
        recipe.sets()
                .forEach((name, set) -> card.append(
                        String.format(Locale.ROOT, "| %s | %s | %s |\n", name, set.origin(), set.licence())));
        card.append("\n| head / set | messages |\n|---|---|\n");
        training.learnt()
                .forEach((what, count) -> card.append(String.format(Locale.ROOT, "| %s | %d |\n", what, count)));
        card.append('\n');
    }
}
