package io.ticketwire.intelligence.train;

import java.util.Locale;
import java.util.Map;

/** An evaluation as Markdown, for people. */
final class Report {

    /** Languages and labels with more rows than this are not listed one by one. */
    private static final int MOST_LABELS = 30;

    private final StringBuilder out = new StringBuilder();
    private final long seed;

    private Report(long seed) {
        this.seed = seed;
    }

    /** @param errors how many of the wrong answers are shown */
    static String of(String title, Evaluation evaluation, double threshold, int errors, long seed) {
        Report report = new Report(seed);
        report.line("### " + title);
        report.line("");
        report.overall(evaluation);
        report.labels(evaluation.answers());
        report.languages(evaluation.byLanguage());
        evaluation.hostile().ifPresent(ranking -> report.hostile(ranking, threshold));
        report.wrong(evaluation, errors);
        return report.out.toString();
    }

    private void overall(Evaluation evaluation) {
        line("| | n | macro-F1 | 95 % | accuracy | 95 % |");
        line("|---|---|---|---|---|---|");
        row("model", evaluation.answers());
        evaluation.lexicon().ifPresent(words -> row("lexicon alone", words));
        Confusion all = evaluation.answers();
        String most = Baseline.majority(all.truths());
        row(
                "always " + most,
                new Confusion(
                        all.truths(), all.truths().stream().map(ignored -> most).toList()));
        line("");
    }

    private void row(String name, Confusion confusion) {
        Confusion.Interval f1 = confusion.macroF1Interval(seed);
        Confusion.Interval accuracy = confusion.accuracyInterval(seed);
        line(
                "| %s | %d | %s | %s to %s | %s | %s to %s |",
                name,
                confusion.size(),
                figure(f1.value()),
                figure(f1.from()),
                figure(f1.to()),
                figure(accuracy.value()),
                figure(accuracy.from()),
                figure(accuracy.to()));
    }

    private void labels(Confusion confusion) {
        if (confusion.labels().size() > MOST_LABELS) {
            return;
        }
        line("| label | n | precision | recall | F1 |");
        line("|---|---|---|---|---|");
        for (String label : confusion.labels()) {
            Confusion.Figures of = confusion.of(label);
            line(
                    "| %s | %d | %s | %s | %s |",
                    label, of.count(), figure(of.precision()), figure(of.recall()), figure(of.f1()));
        }
        line("");
    }

    private void languages(Map<String, Confusion> byLanguage) {
        if (byLanguage.isEmpty()) {
            return;
        }
        line("| language | n | macro-F1 | accuracy |");
        line("|---|---|---|---|");
        byLanguage.forEach((language, confusion) -> line(
                "| %s | %d | %s | %s |",
                language, confusion.size(), figure(confusion.macroF1()), figure(confusion.accuracy())));
        line("");
    }

    private void hostile(Ranking ranking, double threshold) {
        if (ranking.wanted() > 0 && ranking.unwanted() > 0) {
            line(
                    "Hostile against the rest: area under the curve %s; recall at 10 %% false alarms %s; at the threshold of %s recall %s.",
                    figure(ranking.area()),
                    figure(ranking.recallAt(0.1)),
                    figure(threshold),
                    figure(ranking.recall(threshold)));
        }
        if (ranking.unwanted() > 0) {
            line(
                    "False alarms at the threshold of %s: %.2f %% of %d messages.",
                    figure(threshold), 100 * ranking.falseAlarms(threshold), ranking.unwanted());
        }
        line("");
    }

    private void wrong(Evaluation evaluation, int most) {
        evaluation.wrong().stream()
                .limit(most)
                .forEach(wrong -> line(
                        "- %s, answered %s (%s): %s",
                        wrong.truth(), wrong.answer(), figure(wrong.confidence()), oneLine(wrong.text())));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + " ..." : line;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("^0", "");
    }

    private void line(String format, Object... values) {
        out.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
