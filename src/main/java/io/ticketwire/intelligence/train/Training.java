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
import java.util.Optional;
import java.util.Set;

import io.ticketwire.intelligence.lexicon.ConceptClass;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.Sparse;

/**
 * Makes a model of a recipe. What is held out of a set (see {@link Split}) is never learnt from. The same recipe with the same
 * data gives the same model, to the last bit.
 */
final class Training {

    private final Recipe recipe;
    private final Path folder;
    private final Vectors vectors;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<Row, Sparse> texts = new IdentityHashMap<>();
    private final Map<String, Integer> learnt = new LinkedHashMap<>();

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

    /** Trains one head of the recipe. */
    Head train(Recipe.HeadRecipe head) throws IOException {
        List<HeadTrainer.Example> examples = new ArrayList<>();
        for (Recipe.Source source : head.sources()) {
            int before = examples.size();
            add(head, source, examples);
            learnt.merge(head.name() + " / " + source.set(), examples.size() - before, Integer::sum);
        }
        return HeadTrainer.train(head, examples, recipe.seed());
    }

    private void add(Recipe.HeadRecipe head, Recipe.Source source, List<HeadTrainer.Example> examples)
            throws IOException {
        int index = 0;
        for (Row row : rows(source.set())) {
            boolean heldOut = recipe.sets().get(source.set()).holdsOut() && Split.of(row) == Split.HELD_OUT;
            if (heldOut || source.every() > 1 && index++ % source.every() != 0) {
                continue;
            }
            Optional<String> label = Labels.of(row, source);
            int place = label.map(head.labels()::indexOf).orElse(-1);
            if (place >= 0 && says(row, source)) {
                Sparse vector = head.ofLanguage() ? vectors.ofLanguage(row) : text(row, source.set());
                examples.add(new HeadTrainer.Example(vector, place, source.weight(), balancedIn(head, row, source)));
            }
        }
    }

    /** Whether a row speaks, or doesn't speak, of what a source is about. */
    private boolean says(Row row, Recipe.Source source) {
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

    private Sparse text(Row row, String set) {
        return texts.computeIfAbsent(
                row, ignored -> vectors.ofText(row, recipe.sets().get(set).language()));
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
