package io.ticketwire.intelligence.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.Model;

/**
 * Asks the whole analyser, as the product does, about labelled messages.
 *
 * @param task a question of the insight ({@code language}, {@code sentiment}, {@code hostility}, {@code priority}) or the name of a
 *     head
 * @param answers beside the truth
 * @param lexicon what words alone answer; empty where they can't
 * @param byLanguage the same, apart; one language only: empty
 * @param hostile how well the score of hostility tells hostile messages apart; empty if that is not asked
 * @param wrong messages that got another answer, surest first
 */
record Evaluation(
        String task,
        Confusion answers,
        Optional<Confusion> lexicon,
        Map<String, Confusion> byLanguage,
        Optional<Ranking> hostile,
        List<Wrong> wrong) {

    /** A message that got another answer than its label. */
    record Wrong(String text, String truth, String answer, double confidence) {}

    private static final Set<String> QUESTIONS = Set.of("language", "sentiment", "hostility", "priority");
    private static final Map<String, String> OF_FIVE = Map.of("very_negative", "negative", "very_positive", "positive");
    private static final Map<String, String> OF_FOUR = Map.of("urgent", "high");

    /**
     * What can be asked about a task: where that is no question of the insight, the head of its name says the category.
     *
     * @throws InvalidModelException if the model has no such head
     */
    static Analyzer analyzer(Model model, Preparation preparation, String task) throws InvalidModelException {
        return QUESTIONS.contains(task) ? new Analyzer(model, preparation) : new Analyzer(model, preparation, task);
    }

    /**
     * @param analyzer made for the task
     * @param truths one for each row; rows without one are left out by the caller
     */
    static Evaluation of(Analyzer analyzer, String task, List<Row> rows, List<String> truths) {
        Map<String, String> folded = folding(task, Set.copyOf(truths));
        List<String> answers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        Ranking ranking = new Ranking();
        Map<String, List<Integer>> languages = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Asked asked = Asked.of(analyzer, task, rows.get(i));
            String answer = folded.getOrDefault(asked.answer(), asked.answer());
            answers.add(answer);
            asked.lexicon().ifPresent(words::add);
            ranking.add(asked.hostility(), truths.get(i).equals("hostile"));
            languages
                    .computeIfAbsent(String.valueOf(rows.get(i).language()), ignored -> new ArrayList<>())
                    .add(i);
            if (!answer.equals(truths.get(i))) {
                wrong.add(new Wrong(rows.get(i).text(), truths.get(i), answer, asked.confidence()));
            }
        }
        wrong.sort((one, other) -> Double.compare(other.confidence(), one.confidence()));
        Confusion all = new Confusion(truths, answers);
        return new Evaluation(
                task,
                all,
                words.isEmpty() ? Optional.empty() : Optional.of(new Confusion(truths, words)),
                languages.size() < 2 ? Map.of() : apart(all, languages),
                task.equals("hostility") ? Optional.of(ranking) : Optional.empty(),
                List.copyOf(wrong));
    }

    /** Where the labels are coarser than ours, ours are folded into them. */
    private static Map<String, String> folding(String task, Set<String> truths) {
        Map<String, String> ours = task.equals("sentiment") ? OF_FIVE : task.equals("priority") ? OF_FOUR : Map.of();
        return ours.entrySet().stream()
                .filter(entry -> !truths.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Confusion> apart(Confusion all, Map<String, List<Integer>> languages) {
        Map<String, Confusion> apart = new LinkedHashMap<>();
        languages.forEach((language, places) -> apart.put(
                language,
                new Confusion(
                        places.stream().map(all.truths()::get).toList(),
                        places.stream().map(all.answers()::get).toList())));
        return apart;
    }
}
