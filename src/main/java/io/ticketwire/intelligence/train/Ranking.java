package io.ticketwire.intelligence.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores of messages, of which some are what is looked for. */
final class Ranking {

    private record Scored(double score, boolean wanted) {}

    private final List<Scored> all = new ArrayList<>();

    void add(double score, boolean wanted) {
        all.add(new Scored(score, wanted));
    }

    int wanted() {
        return (int) all.stream().filter(Scored::wanted).count();
    }

    int unwanted() {
        return all.size() - wanted();
    }

    /** How often a wanted message has a higher score than another: the area under the ROC curve. Equal scores count half. */
    double area() {
        List<Scored> ascending =
                all.stream().sorted(Comparator.comparingDouble(Scored::score)).toList();
        double sum = 0;
        int below = 0;
        for (int from = 0; from < ascending.size(); ) {
            int to = from;
            int unwantedHere = 0;
            while (to < ascending.size()
                    && ascending.get(to).score() == ascending.get(from).score()) {
                unwantedHere += ascending.get(to).wanted() ? 0 : 1;
                to++;
            }
            sum += (to - from - unwantedHere) * (below + unwantedHere / 2.0);
            below += unwantedHere;
            from = to;
        }
        return sum / ((double) wanted() * unwanted());
    }

    /** The share of wanted messages above the score that so many of the others reach at most. */
    double recallAt(double falseAlarms) {
        List<Double> others = all.stream()
                .filter(scored -> !scored.wanted())
                .map(Scored::score)
                .sorted(Comparator.reverseOrder())
                .toList();
        int allowed = (int) (others.size() * falseAlarms);
        double bound = allowed >= others.size() ? Double.NEGATIVE_INFINITY : others.get(allowed);
        return share(bound, true, false);
    }

    /** The share of the others that reach a score. */
    double falseAlarms(double threshold) {
        return share(threshold, false, true);
    }

    /** The share of the wanted that reach a score. */
    double recall(double threshold) {
        return share(threshold, true, true);
    }

    private double share(double bound, boolean wanted, boolean inclusive) {
        long reached = all.stream()
                .filter(scored -> scored.wanted() == wanted)
                .filter(scored -> inclusive ? scored.score() >= bound : scored.score() > bound)
                .count();
        int of = wanted ? wanted() : unwanted();
        return of == 0 ? 0 : (double) reached / of;
    }
}
