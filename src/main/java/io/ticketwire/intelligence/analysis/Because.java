package io.ticketwire.intelligence.analysis;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.analysis.Blame.Span;
import io.ticketwire.intelligence.analysis.Preparation.Prepared;
import io.ticketwire.intelligence.analysis.Preparation.Read;
import io.ticketwire.intelligence.escalation.Mention;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Head;

/** Collects what speaks for the verdicts of a message, with the places in what was given. */
final class Because {

    /** Explanations of one verdict. */
    private static final int MOST = 3;

    private final List<Insight.Explanation> all = new ArrayList<>();
    private final Prepared prepared;
    private final Blame blame;

    Because(Prepared prepared, Read read, Features features) {
        this.prepared = prepared;
        this.blame = new Blame(read.tokens(), features);
    }

    /** Says why a head gave a label; nothing, where that is the one that needs no reason. */
    void of(String about, Head head, float[] answers, String label, String unremarkable) {
        int place = head.labels().indexOf(label);
        if (!label.equals(unremarkable) && place >= 0) {
            add(about, blame.of(head, place, rival(answers, place), MOST));
        }
    }

    private static int rival(float[] answers, int label) {
        int rival = label == 0 ? 1 : 0;
        for (int i = 0; i < answers.length; i++) {
            rival = i != label && answers[i] > answers[rival] ? i : rival;
        }
        return rival;
    }

    /** Says what of a text speaks for an escalation. */
    void of(List<Mention> mentions) {
        for (Mention mention : mentions) {
            Span span = new Span(mention.start(), mention.end(), mention.cause().share());
            add("escalation", List.of(span));
        }
    }

    private void add(String about, List<Span> spans) {
        for (Span span : spans) {
            all.add(span.start() < prepared.body() ? ofSubject(about, span) : ofText(about, span));
        }
    }

    private Insight.Explanation ofSubject(String about, Span span) {
        int stripped = prepared.subject().indexOf(prepared.title());
        int start = stripped + span.start();
        int end = stripped + Math.min(span.end(), prepared.title().length());
        return explanation(about, prepared.subject().substring(start, end), span.weight(), start, end, "subject");
    }

    private Insight.Explanation ofText(String about, Span span) {
        int from = span.start() - prepared.body();
        int to = span.end() - prepared.body();
        var original = prepared.cleaned().original(from, to);
        String text = prepared.cleaned().text().substring(from, to);
        return explanation(about, text, span.weight(), original.start(), original.end(), null);
    }

    private static Insight.Explanation explanation(
            String about, String text, double weight, int start, int end, String in) {
        return new Insight.Explanation(about, text, SentimentScale.round(weight), start, end, in);
    }

    List<Insight.Explanation> explanations() {
        return List.copyOf(all);
    }
}
