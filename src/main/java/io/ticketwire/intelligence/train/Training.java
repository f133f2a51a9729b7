package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.ticketwire.intelligence.lexicon.ConceptClass;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.Sparse;

/**
 * Makes a model of a recipe. Weights are learnt from what isn't held out of a set (see {@link Split}) and temperatures from what
 * is. The same recipe with the same data gives the same model, to the last bit.
 */
final class Training {

    /** Its probability is a score that thresholds are set for. */
    private static final String THRESHOLDED = "hostility";

    private static final int NONE = -1;

    private final Recipe recipe;
    private final Path folder;
    private final Vectors vectors;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<Row, Sparse> texts = new IdentityHashMap<>();
    private final Map<String, Integer> learnt = new LinkedHashMap<>();
    private final Map<String, Calibration> calibrations = new LinkedHashMap<>();

    /** @param folder that the paths of the recipe begin at */
    Training(Recipe recipe, Path folder, Vectors vectors) {
        this.recipe = recipe;
        this.folder = folder;
        this.vectors = vectors;
    }

    Model train() throws IOException {
        Map<String, Head> heads = new LinkedHashMap<>();
        for (Recipe.HeadRecipe head : recipe.heads()) {
            heads.put(head.name(), train(head));
        }
        return new Model(recipe.version(), vectors.fingerprint(), recipe.thresholds(), heads);
    }

    /** How many messages each head has learnt from, by "head / set", in the order of the recipe. */
    Map<String, Integer> learnt() {
        return learnt;
    }

    /** What was found of each head, in the order of the recipe. */
    Map<String, Calibration> calibrations() {
        return calibrations;
    }

    /** Trains one head of the recipe. */
    private Head train(Recipe.HeadRecipe head) throws IOException {
        List<HeadTrainer.Example> examples = new ArrayList<>();
        for (Recipe.Source source : head.sources()) {
            int before = examples.size();
            add(head, source, examples);
            learnt.merge(head.name() + " / " + source.set(), examples.size() - before, Integer::sum);
        }
        Head trained = HeadTrainer.train(head, examples, recipe.seed());
        Calibration calibration = calibration(head, trained);
        calibrations.put(head.name(), calibration);
        return trained.with(calibration.temperature());
    }

    private Calibration calibration(Recipe.HeadRecipe head, Head trained) throws IOException {
        List<Calibration.Answer> toFit = new ArrayList<>();
        List<Calibration.Answer> toMeasure = new ArrayList<>();
        for (Recipe.Source source : unseen(head)) {
            for (Row row : rows(source.set())) {
                int label = holdsOut(source) && Split.of(row) == Split.TRAIN ? NONE : label(head, row, source);
                if (label != NONE) {
                    float[] scores = trained.scores(vector(head, row, source));
                    boolean fits = Split.inFirstHalf(row) && !head.name().equals(THRESHOLDED);
                    (fits ? toFit : toMeasure).add(new Calibration.Answer(scores, label));
                }
            }
        }
        return Calibration.of(toFit, toMeasure);
    }

    /** What a head doesn't learn from, all of it or in part: sets that hold some out, and others that it is measured with. */
    private List<Recipe.Source> unseen(Recipe.HeadRecipe head) {
        List<String> learnt = head.sources().stream().map(Recipe.Source::set).toList();
        Stream<Recipe.Source> others = Objects.requireNonNullElse(recipe.trials(), List.<Recipe.Trial>of()).stream()
                .filter(trial -> trial.task().equals(head.name()))
                .map(Recipe.Trial::source)
                .filter(source -> !learnt.contains(source.set()));
        return Stream.concat(head.sources().stream().filter(this::holdsOut), others)
                .toList();
    }

    private boolean holdsOut(Recipe.Source source) {
        Recipe.LabelledSet set = recipe.sets().get(source.set());
        return set != null && set.holdsOut();
    }

    private void add(Recipe.HeadRecipe head, Recipe.Source source, List<HeadTrainer.Example> examples)
            throws IOException {
        int index = 0;
        for (Row row : rows(source.set())) {
            boolean heldOut = holdsOut(source) && Split.of(row) == Split.HELD_OUT;
            if (heldOut || source.every() > 1 && index++ % source.every() != 0) {
                continue;
            }
            int label = label(head, row, source);
            if (label != NONE) {
                examples.add(new HeadTrainer.Example(
                        vector(head, row, source), label, source.weight(), balancedIn(head, row, source)));
            }
        }
    }

    private int label(Recipe.HeadRecipe head, Row row, Recipe.Source source) {
        int label = Labels.of(row, source).map(head.labels()::indexOf).orElse(NONE);
        return label != NONE && speaksOfIt(row, source) ? label : NONE;
    }

    /** Whether a row speaks of what it must, and not of what it must not. */
    private boolean speaksOfIt(Row row, Recipe.Source source) {
        if (source.containing() == null && source.lacking() == null) {
            return true;
        }
        Set<ConceptClass> classes =
                vectors.classes(row, recipe.sets().get(source.set()).language());
        return (source.containing() == null || !Collections.disjoint(classes, source.containing()))
                && (source.lacking() == null || Collections.disjoint(classes, source.lacking()));
    }

    private String balancedIn(Recipe.HeadRecipe head, Row row, Recipe.Source source) {
        String language =
                row.language() == null ? recipe.sets().get(source.set()).language() : row.language();
        return head.ofLanguage() ? "" : language;
    }

    private Sparse vector(Recipe.HeadRecipe head, Row row, Recipe.Source source) {
        String language = recipe.sets().get(source.set()).language();
        return head.ofLanguage()
                ? vectors.ofLanguage(row)
                : texts.computeIfAbsent(row, ignored -> vectors.ofText(row, language));
    }

    /** All rows of a set of the recipe. */
    List<Row> rows(String set) throws IOException {
        if (!rows.containsKey(set)) {
            Recipe.LabelledSet labelled = recipe.sets().get(set);
            if (labelled == null) {
                throw new IOException("The recipe names a set that it doesn't describe: " + set);
            }
            List<Row> read = new ArrayList<>();
            for (String path : labelled.paths()) {
                read.addAll(Row.read(folder.resolve(path)));
            }
            rows.put(set, read);
        }
        return rows.get(set);
    }
}
