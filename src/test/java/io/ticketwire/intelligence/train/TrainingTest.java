package io.ticketwire.intelligence.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.intelligence.model.Model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingTest {

    /** One head has hardly begun to learn, another is sure of what was only ever a guess. */
    private static final String RECIPE =
            """
            {"version":"1","seed":1,"thresholds":{},
             "sets":{"some":{"paths":["guesses.jsonl"],"language":"en","holds_out":true},
                     "all":{"paths":["guesses.jsonl"],"language":"en"}},
             "heads":[
              {"name":"doubting","labels":["seats","luggage"],"epochs":1,"rate":0.001,
               "sources":[{"set":"some","field":"category","weight":1}]},
              {"name":"sure","labels":["odd","even"],"epochs":1,"rate":0.1,"priors":{"odd":20},
               "sources":[{"set":"some","field":"coin","weight":1}]},
              {"name":"unmeasured","labels":["seats","luggage"],"epochs":1,"rate":0.1,
               "sources":[{"set":"all","field":"category","weight":1}]},
              {"name":"hostility","labels":["odd","even"],"epochs":1,"rate":0.1,"priors":{"odd":20},
               "sources":[{"set":"some","field":"coin","weight":1}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void aTenantTeachesTheModelTheLabelsOfItsTicketsWithOneCommandAndGetsTheSameBytesAgain() throws IOException {
        Path tickets = tickets();
        Run first = run("adapt", "--data", tickets.toString(), "--heads", "category", "--out", file("a"));
        Run second = run("adapt", "--data", tickets.toString(), "--heads", "category", "--out", file("b"));
        assertEquals(0, first.code, first.err);
        assertTrue(first.out.contains("macro-F1"), first.out);
        assertArrayEquals(Files.readAllBytes(Path.of(file("a"))), Files.readAllBytes(Path.of(file("b"))));
        assertEquals(0, second.code);

        Run evaluated = run(
                "evaluate",
                "--data",
                tickets.toString(),
                "--task",
                "category",
                "--field",
                "category",
                "--model",
                file("a"));
        assertEquals(0, evaluated.code, evaluated.err);
        double f1 = f1(evaluated.out);
        assertTrue(f1 > 0.95, evaluated.out);
    }

    @Test
    void aRecipeGivesTheSameBytesAgainAndEachHeadTheTemperatureOfWhatItHasNotLearntFrom() throws IOException {
        // given
        guesses();
        Path recipe = write("recipe.json", RECIPE);

        // when
        Run first = train(recipe, "a");
        Run second = train(recipe, "b");

        // then
        assertEquals(0, first.code, first.err);
        assertEquals(0, second.code, second.err);
        assertArrayEquals(Files.readAllBytes(Path.of(file("a"))), Files.readAllBytes(Path.of(file("b"))));
        assertEquals(Files.readString(Path.of(file("a.md"))), Files.readString(Path.of(file("b.md"))));
        Model model = Models.load(Path.of(file("a")));
        assertTrue(model.head("doubting").temperature() < 1);
        assertTrue(model.head("sure").temperature() > 1);
        assertEquals(1, model.head("unmeasured").temperature());
        assertEquals(1, model.head("hostility").temperature());
        assertTrue(Files.readString(Path.of(file("a.md"))).contains("| unmeasured | 1.00 | 0 | "));
    }

    @Test
    void aSourceMayAskForMessagesThatSpeakOfSomethingOrDoNot() throws IOException {
        // given
        write(
                "posts.jsonl",
                "{\"text\":\"You are a stupid idiot\"}",
                "{\"text\":\"What an idiot you are\"}",
                "{\"text\":\"The train leaves at ten\"}",
                "{\"text\":\"Where is the platform?\"}",
                "{\"text\":\"I hate Mondays\"}");
        Path recipe = write(
                "recipe.json",
                """
                {"version":"1","seed":1,"thresholds":{},
                 "sets":{"posts":{"paths":["posts.jsonl"],"language":"en"}},
                 "heads":[{"name":"offensive","labels":["not","offensive"],"epochs":1,"rate":0.1,"sources":[
                  {"set":"posts","value":"offensive","containing":["INSULT","PROFANITY"],"weight":1},
                  {"set":"posts","value":"not","lacking":["INSULT","PROFANITY","ANGER","NEG_STRONG"],"weight":1}]}]}
                """);

        // when
        Run run = train(recipe, "model");

        // then
        assertEquals(0, run.code, run.err);
        assertTrue(run.out.contains("offensive / posts") && run.out.contains("4 messages"), run.out);
    }

    private Run train(Path recipe, String out) {
        return run("train", "--recipe", recipe.toString(), "--out", file(out), "--card", file(out + ".md"));
    }

    @Test
    void anEvaluationStandsBesideItsBaselines() throws IOException {
        Path rows = write(
                "rows.jsonl",
                "{\"text\":\"Thank you, that was great!\",\"label\":\"positive\",\"lang\":\"en\"}",
                "{\"text\":\"How do I export my contacts?\",\"label\":\"neutral\",\"lang\":\"en\"}",
                "{\"text\":\"Das ist eine Frechheit, ich warte seit drei Wochen!\",\"label\":\"negative\",\"lang\":\"de\"}");
        Run run = run("evaluate", "--data", rows.toString(), "--task", "sentiment");
        assertEquals(0, run.code, run.err);
        for (String part : List.of("| model |", "| lexicon alone |", "| always ", "| de |", "| negative |", "95 %")) {
            assertTrue(run.out.contains(part), part + " is missing in " + run.out);
        }
    }

    @Test
    void whatIsMissingOrUnknownIsSaidAndIsNoStackTrace() throws IOException {
        assertEquals("evaluate: --data is missing\n", run("evaluate").err);
        assertEquals(2, run("evaluate").code);
        assertTrue(run("train", "--speed", "9").err.startsWith("train: unknown option --speed"));
        assertTrue(run("adapt", "--data").err.contains("--data needs a value"));
        assertTrue(run("evaluate", "--data", "none.jsonl", "--task", "category")
                .err
                .contains("there is no file or folder none.jsonl"));
        assertTrue(run("evaluate", "--data", "x", "--task", "a", "--wrong", "abc")
                .err
                .contains("--wrong is a number"));
        Run shared = run("adapt", "--data", tickets().toString(), "--heads", "hostility", "--out", file("c"));
        assertEquals(2, shared.code);
        assertTrue(Files.notExists(Path.of(file("c"))));
        Path broken = write("broken.jsonl", "{\"text\":\"a\"}", "{\"no\":1}");
        assertEquals(
                "evaluate: " + broken + ": row 2 is no JSON object with a \"text\"\n",
                run("evaluate", "--data", broken.toString(), "--task", "sentiment").err);
        Path noModel = write("no.model", "nothing");
        Run run = run("evaluate", "--data", tickets().toString(), "--task", "category", "--model", noModel.toString());
        assertEquals(1, run.code);
        assertTrue(run.err.contains("is no model file of this version"), run.err);
        Run noHead = run("evaluate", "--data", tickets().toString(), "--task", "seat", "--field", "category");
        assertEquals(1, noHead.code);
        assertTrue(noHead.err.startsWith("evaluate: has no head seat, but [language, "), noHead.err);
        assertTrue(Commands.run(new String[] {"serve"}, null, null).isEmpty());
        assertTrue(Commands.run(new String[0], null, null).isEmpty());
    }

    @Test
    void moreLabelsThanAHeadCanHaveAreSaidBeforeTheyCostMemory() throws IOException {
        // given
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1400; i++) {
            rows.add("{\"text\":\"About number " + i + "\",\"category\":\"c" + i % 700 + "\"}");
        }
        Path tickets = write("many.jsonl", rows.toArray(String[]::new));

        // when
        Run run = run("adapt", "--data", tickets.toString(), "--heads", "category", "--out", file("m"));

        // then
        assertEquals(2, run.code);
        assertTrue(run.err.matches("adapt: for category there are \\d+ labels; a head has 200 at most\n"), run.err);
    }

    @Test
    void whatIsNoLabelIsNone() throws IOException {
        // given
        List<String> rows = new ArrayList<>(Files.readAllLines(tickets()));
        for (int i = 0; i < 60; i++) {
            for (String label : List.of("\"\"", "\" \"", "{\"id\":7}", "[{\"id\":7}]", "null", "[null]", "[]")) {
                rows.add("{\"text\":\"Whatever " + i + "\",\"category\":" + label + "}");
            }
        }
        Path tickets = write("gaps.jsonl", rows.toArray(String[]::new));

        // when
        Run run = run("adapt", "--data", tickets.toString(), "--heads", "category", "--out", file("m"));

        // then
        assertEquals(0, run.code, run.err);
        assertEquals(
                List.of("luggage", "seats"),
                Models.load(Path.of(file("m"))).head("category").labels());
    }

    @Test
    void aPriorityOfOnesOwnIsNamedBesideThoseThatThereAre() throws IOException {
        // given
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String priority = i % 3 == 0 ? "high" : "P" + i % 3;
            rows.add("{\"text\":\"Help me with number " + i + "\",\"priority\":\"" + priority + "\"}");
        }
        Path tickets = write("priorities.jsonl", rows.toArray(String[]::new));

        // when
        Run run = run("adapt", "--data", tickets.toString(), "--heads", "priority", "--out", file("m"));

        // then
        assertEquals(2, run.code);
        assertEquals("adapt: priorities are low, medium, high, urgent, and not P1, P2\n", run.err);
    }

    @Test
    void whoReadsAModelWhileItIsReplacedHasTheOldOneToItsEnd() throws IOException {
        // given
        guesses();
        Path recipe = write("recipe.json", RECIPE);
        Path live = write("live.model", "what is in force");
        Path card = write("live.model.md", "its card");
        byte[] before = Files.readAllBytes(live);
        Set<String> files = files();

        // when
        try (InputStream model = Files.newInputStream(live);
                InputStream text = Files.newInputStream(card)) {
            Run trained = train(recipe, "live.model");

            // then
            assertEquals(0, trained.code, trained.err);
            assertArrayEquals(before, model.readAllBytes());
            assertEquals("its card\n", new String(text.readAllBytes(), UTF_8));
        }
        byte[] after = Files.readAllBytes(live);
        try (InputStream model = Files.newInputStream(live)) {
            Run adapted = run("adapt", "--data", tickets().toString(), "--heads", "category", "--out", live.toString());
            assertEquals(0, adapted.code, adapted.err);
            assertArrayEquals(after, model.readAllBytes());
        }
        files.add("tickets.jsonl");
        assertEquals(files, files());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aFileMayBeginWithAByteOrderMark() throws IOException {
        // given
        Path rows = write(
                "rows.jsonl",
                "\uFEFF{\"text\":\"Thank you, that was great!\",\"label\":\"positive\"}",
                "{\"text\":\"How do I export my contacts?\",\"label\":\"neutral\"}");

        // when
        Run run = run("evaluate", "--data", rows.toString(), "--task", "sentiment");

        // then
        assertEquals(0, run.code, run.err);
    }

    @Test
    void aFolderInThePlaceOfAFileIsSaidWithItsOption() throws IOException {
        String here = folder.toString();
        String tickets = tickets().toString();
        assertFolder("evaluate", "data", "--data", here, "--task", "sentiment");
        assertFolder("evaluate", "model", "--data", tickets, "--task", "sentiment", "--model", here);
        assertFolder("adapt", "data", "--data", here, "--out", file("m"));
        assertFolder("adapt", "out", "--data", tickets, "--out", here);
        assertFolder("adapt", "model", "--data", tickets, "--out", file("m"), "--model", here);
        assertFolder("train", "recipe", "--recipe", here);
        assertFolder("train", "out", "--out", here);
        assertFolder("train", "card", "--out", file("m"), "--card", here);
    }

    private void assertFolder(String command, String option, String... arguments) {
        String[] args = Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new);
        Run run = run(args);
        assertEquals(command + ": --" + option + " is a file, and " + folder + " is a folder\n", run.err);
        assertEquals(2, run.code);
    }

    /** With a coin that the words don't tell. */
    private void guesses() throws IOException {
        Random random = new Random(1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String category = i % 2 == 0 ? "seats" : "luggage";
            String coin = random.nextBoolean() ? "odd" : "even";
            rows.add("{\"text\":\"My " + category + " on train " + i + "\",\"category\":\"" + category
                    + "\",\"coin\":\"" + coin + "\"}");
        }
        write("guesses.jsonl", rows.toArray(String[]::new));
    }

    private Path tickets() throws IOException {
        List<String> rows = new ArrayList<>();
        String[] seats = {"window", "aisle", "front", "back", "middle", "quiet", "table", "bike", "family", "sleeper"};
        for (int i = 0; i < 60; i++) {
            String seat = seats[i % seats.length];
            rows.add("{\"text\":\"Please change my seat to " + seat + " number " + i + "\",\"category\":\"seats\"}");
            rows.add("{\"text\":\"My suitcase with the " + seat + " tag " + i
                    + " did not arrive\",\"category\":\"luggage\"}");
        }
        return write("tickets.jsonl", rows.toArray(String[]::new));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static double f1(String report) {
        String row = report.lines()
                .filter(line -> line.startsWith("| model |"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(row.split("\\|")[3].strip());
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .orElseThrow();
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
