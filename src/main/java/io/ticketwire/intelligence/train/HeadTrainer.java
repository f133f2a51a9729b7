package io.ticketwire.intelligence.train;

import java.util.List;
import java.util.Map;
import java.util.Random;

import io.ticketwire.intelligence.language.LanguageFeatures;
import io.ticketwire.intelligence.model.FeatureExtractor;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.Softmax;
import io.ticketwire.intelligence.model.Sparse;

/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad's steps. The same examples in the same order with
 * the same seed give the same bits on every machine: one thread, {@code StrictMath}.
 */
final class HeadTrainer {

    /** An example with its label's index, how much it counts, and the language that it is balanced within. */
    record Example(Sparse vector, int label, float weight, String language) {}

    private final int labels;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] biasSquares;

    private HeadTrainer(int labels, int buckets) {
        this.labels = labels;
        this.weights = new float[labels * buckets];
        this.squares = new float[weights.length];
        this.biases = new float[labels];
        this.biasSquares = new float[labels];
    }

    /** Trains a head as its recipe says, on examples as many times as they count. */
    static Head train(Recipe.HeadRecipe recipe, List<Example> examples, long seed) {
        List<String> labels = recipe.labels();
        HeadTrainer trainer = new HeadTrainer(
                labels.size(), recipe.ofLanguage() ? LanguageFeatures.BUCKETS : FeatureExtractor.BUCKETS);
        Example[] shuffled = Balance.of(examples, recipe.balance()).toArray(Example[]::new);
        Random random = new Random(seed);
        for (int epoch = 0; epoch < recipe.epochs(); epoch++) {
            shuffle(shuffled, random);
            for (Example example : shuffled) {
                trainer.step(example, recipe.rate());
            }
            trainer.shrink(1 - recipe.decay());
        }
        trainer.favour(labels, recipe.priors());
        return Head.quantised(recipe.name(), labels, trainer.biases, trainer.weights);
    }

    private void favour(List<String> names, Map<String, Float> priors) {
        for (int label = 0; label < labels && priors != null; label++) {
            biases[label] += (float) StrictMath.log(priors.getOrDefault(names.get(label), 1f));
        }
    }

    private static void shuffle(Example[] examples, Random random) {
        for (int i = examples.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Example swapped = examples[i];
            examples[i] = examples[other];
            examples[other] = swapped;
        }
    }

    private void step(Example example, float rate) {
        float[] errors = errors(example);
        int[] buckets = example.vector().buckets();
        float[] values = example.vector().values();
        for (int i = 0; i < buckets.length; i++) {
            int at = buckets[i] * labels;
            for (int label = 0; label < labels; label++) {
                float gradient = errors[label] * values[i];
                if (gradient != 0) {
                    float square = squares[at + label] += gradient * gradient;
                    weights[at + label] -= rate * gradient / (float) Math.sqrt(square + 1e-6f);
                }
            }
        }
        for (int label = 0; label < labels; label++) {
            biasSquares[label] += errors[label] * errors[label];
            biases[label] -= rate * errors[label] / (float) Math.sqrt(biasSquares[label] + 1e-6f);
        }
    }

    /** The probabilities less what they should be, times the weight of the example. */
    private float[] errors(Example example) {
        float[] errors = biases.clone();
        int[] buckets = example.vector().buckets();
        float[] values = example.vector().values();
        for (int i = 0; i < buckets.length; i++) {
            int at = buckets[i] * labels;
            for (int label = 0; label < labels; label++) {
                errors[label] += weights[at + label] * values[i];
            }
        }
        Softmax.inPlace(errors);
        errors[example.label()] -= 1;
        for (int label = 0; label < labels; label++) {
            errors[label] *= example.weight();
            if (Math.abs(errors[label]) < 1e-3f) {
                errors[label] = 0;
            }
        }
        return errors;
    }

    private void shrink(float factor) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
    }
}
