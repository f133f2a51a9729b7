package io.ticketwire.intelligence.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ticketwire.event.Json;
import io.ticketwire.intelligence.lexicon.ConceptClass;

/**
 * What a model is made of: a JSON file beside the data.
 *
 * @param version of the model
 * @param seed of all that is shuffled
 * @param sets of labelled messages, by name
 * @param heads to be trained
 * @param thresholds that go with the model
 * @param trials to be measured for the model card; null: none
 */
record Recipe(
        String version,
        long seed,
        Map<String, LabelledSet> sets,
        List<HeadRecipe> heads,
        Map<String, Double> thresholds,
        List<Trial> trials) {

    /**
     * Messages with labels.
     *
     * @param paths of files of JSON lines, relative to the recipe; {@code .gz} is unpacked
     * @param language of messages that don't say theirs
     * @param holdsOut whether one of ten is kept from training, see {@link Split}; not where the set has a part for it
     * @param licence under which it may be used
     * @param origin where it comes from, for the model card
     */
    record LabelledSet(List<String> paths, String language, boolean holdsOut, String licence, String origin) {}

    /**
     * A head.
     *
     * @param reads {@code text} (the default) or {@code language}: which features
     * @param epochs how often each example is seen
     * @param rate of the first step
     * @param decay by how much weights shrink after each epoch
     * @param balance how far rare labels are raised to the frequent ones, from 0 to 1
     * @param priors what labels' probabilities are multiplied with in the end, since messages to come are not as those that were
     *     learnt from; 1 where a label is missing, null: all
     */
    record HeadRecipe(
            String name,
            String reads,
            List<String> labels,
            int epochs,
            float rate,
            float decay,
            double balance,
            Map<String, Float> priors,
            List<Source> sources) {

        HeadRecipe named(String otherName, List<String> otherLabels) {
            return new HeadRecipe(otherName, reads, otherLabels, epochs, rate, decay, balance, priors, sources);
        }

        boolean ofLanguage() {
            return "language".equals(reads);
        }
    }

    /**
     * Which of a set's messages a head learns from.
     *
     * @param set its name
     * @param field that holds the label; of several values all must mean the same label
     * @param value the label of all; in the place of a field
     * @param labels what the set's words are here; a word that is not there is left out. Null: they are the same
     * @param where fields that must have a value
     * @param containing classes of concepts of which one must be in the text; null: whatever is in it
     * @param lacking classes of concepts of which none may be in the text; null: whatever is in it
     * @param weight how much one message counts
     * @param every take only each nth message; 0: all
     */
    record Source(
            String set,
            String field,
            String value,
            Map<String, String> labels,
            Map<String, String> where,
            Set<ConceptClass> containing,
            Set<ConceptClass> lacking,
            float weight,
            int every) {

        /** All messages of a file, by a field or with one label. */
        static Source of(String field, String value, Map<String, String> labels) {
            return new Source(null, field, value, labels, null, null, null, 1, 0);
        }
    }

    /**
     * Something to be measured.
     *
     * @param task as in {@link Evaluation}
     * @param source of the messages: what is held out of the set, or all of it if it holds nothing out
     */
    record Trial(String title, String task, Source source) {}

    static Recipe read(Path file) throws IOException {
        Recipe recipe = Json.mapper().readValue(Files.readAllBytes(file), Recipe.class);
        if (recipe.version() == null
                || recipe.sets() == null
                || recipe.heads() == null
                || recipe.thresholds() == null) {
            throw new IOException(file + " is no recipe: it has a version, sets, heads and thresholds");
        }
        return recipe;
    }
}
