package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.ModelFile;

/** {@code train}: from a recipe and its data to a model's file and the card beside it. */
final class TrainCommand {

    private TrainCommand() {}

    static void run(String[] args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.of(args, 0, Set.of("recipe", "out", "card"));
        Path file = arguments.file("recipe", "src/train/recipe.json");
        Path target = arguments.file("out", "src/main/resources/intelligence/model.bin");
        Path card = arguments.file("card", "src/main/resources/intelligence/MODEL.md");
        Recipe recipe = Recipe.read(file);
        Preparation preparation = Preparation.load();
        Training training = new Training(recipe, file.toAbsolutePath().getParent(), new Vectors(preparation, null));
        Model model = training.train();
        byte[] bytes = ModelFile.bytes(model);
        training.learnt().forEach((what, count) -> out.printf("%-28s %,8d messages%n", what, count));
        String written = ModelCard.of(recipe, training, model, bytes, preparation);
        Models.write(target, model);
        out.printf("%s: model %s, %,d bytes%n", target, model.version(), bytes.length);
        Replacement.write(card, written.getBytes(StandardCharsets.UTF_8));
        out.printf("%s: its card%n", card);
    }
}
