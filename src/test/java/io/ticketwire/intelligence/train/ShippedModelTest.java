package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.ModelFile;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** How often the shipped model is right on what it has not learnt from: bounds below which it must not fall. */
class ShippedModelTest {

    private static final Path RECIPE = Path.of("src/train/recipe.json");

    private static Recipe recipe;
    private static Training data;
    private static Model model;
    private static Preparation preparation;

    @BeforeAll
    static void load() throws IOException {
        recipe = Recipe.read(RECIPE);
        preparation = Preparation.load();
        data = new Training(recipe, RECIPE.toAbsolutePath().getParent(), new Vectors(preparation, null));
        model = ModelFile.shipped();
    }

    @Test
    void hostilityIsToldFromFrustration() throws IOException {
        Evaluation evaluation = evaluate("Hostility, own messages");
        Ranking ranking = evaluation.hostile().orElseThrow();
        assertTrue(ranking.area() > 0.93, () -> "area " + ranking.area());
        assertTrue(ranking.recallAt(0.1) > 0.8, () -> "recall at 10 % " + ranking.recallAt(0.1));
        assertTrue(ranking.falseAlarms(model.threshold("hostile")) < 0.03, () -> "false alarms " + ranking);
    }

    @Test
    void theOtherQuestionsAreAnsweredAsTheCardSays() throws IOException {
        atLeast(0.97, "Language, own messages");
        atLeast(0.70, "Sentiment of three, own messages");
        atLeast(0.79, "Sentiment, Stack Overflow");
        atLeast(0.57, "Priority, own messages");
        atLeast(0.46, "Category, own messages");
        atLeast(0.88, "banking77");
    }

    private static void atLeast(double bound, String trial) throws IOException {
        double f1 = evaluate(trial).answers().macroF1();
        assertTrue(f1 >= bound, () -> trial + ": " + f1);
    }

    private static Evaluation evaluate(String title) throws IOException {
        Recipe.Trial trial = recipe.trials().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
        return Trials.evaluate(trial, recipe, data, Evaluation.analyzer(model, preparation, trial.task()));
    }
}
