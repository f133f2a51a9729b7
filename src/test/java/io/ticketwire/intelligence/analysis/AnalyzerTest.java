package io.ticketwire.intelligence.analysis;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.Message;
import io.ticketwire.intelligence.Reading;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.ModelFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the model that we ship says of messages. */
class AnalyzerTest {

    private static Analyzer analyzer;

    @BeforeAll
    static void load() throws InvalidModelException {
        analyzer = new Analyzer(ModelFile.shipped(), Preparation.load());
    }

    private static final List<String> MESSAGES = List.of(
            "You people are liars and thieves. I want to speak to somebody with a brain.",
            "The export of our contacts fails with error 500 since this morning. Could you have a look?",
            "Vielen Dank, das hat wunderbar geklappt!",
            "Ich warte seit drei Wochen auf meine Erstattung und niemand antwortet. Das ist eine Frechheit.",
            "Bonjour, comment puis-je changer l'adresse de livraison de ma commande ?",
            "Todo el sistema está caído y nuestros clientes no pueden pagar.");

    private static final List<String> ADDED = List.of(
            "\n\nBest regards,\nJane Miller\nHead of Operations\nAcme Ltd.\n+44 20 7946 0123\nwww.acme.example",
            "\n\n--\nJohn Doe | War Games Ltd | We crush the competition",
            "\n\nMit freundlichen Grüßen\nMax Mustermann\nGeschäftsführer\nMuster GmbH, Musterstraße 1, 12345 Berlin",
            "\n\nSent from my iPhone",
            "\n\nOn Mon, 6 Jul 2026 at 10:12, Support <support@shop.example> wrote:\n> You stupid idiot, we will not help you.\n> Everything is down!",
            "\n\nAm 06.07.2026 um 10:12 schrieb Support <support@shop.example>:\n> Das ist doch alles Betrug, Sie Idiot.",
            "\n\nLe lun. 6 juil. 2026 à 10:12, Support <support@shop.example> a écrit :\n> Bande d'incapables !",
            "\n\n-----Original Message-----\nFrom: Support <support@shop.example>\nSent: Monday, July 6, 2026 10:12 AM\nTo: Jane Miller <jane@acme.example>\nSubject: RE: help\n\nYou are a fool.",
            "\n\njava.lang.IllegalStateException: killed by fatal error\n\tat com.example.Killer.kill(Killer.java:13)\n\tat com.example.Main.main(Main.java:7)\nCaused by: java.io.IOException: dead\n\t... 2 more",
            "\n\nTraceback (most recent call last):\n  File \"/app/kill.py\", line 3, in <module>\n    abort()\nRuntimeError: fatal: idiot check failed",
            "\n\nThis e-mail is confidential and intended solely for the use of the individual to whom it is addressed. If you are not the intended recipient, any disclosure is prohibited.");

    static Stream<Arguments> additions() {
        return MESSAGES.stream().flatMap(message -> ADDED.stream().map(added -> Arguments.of(message, added)));
    }

    @Test
    void temperaturesChangeHowSureItIsAndNothingElse() throws InvalidModelException {
        // given
        Model model = ModelFile.shipped();
        List<Head> cooled =
                model.heads().values().stream().map(head -> head.with(3)).toList();
        Analyzer doubting = new Analyzer(model.with(model.version(), cooled), Preparation.load());

        for (String message : MESSAGES) {
            // when
            Reading sure = read(message);
            Reading unsure = doubting.read(new Message(null, message, null, null));

            // then
            assertEquals(sure.language().code(), unsure.language().code());
            assertEquals(sure.sentiment().label(), unsure.sentiment().label());
            assertEquals(sure.sentiment().score(), unsure.sentiment().score());
            assertEquals(sure.hostility(), unsure.hostility());
            assertEquals(sure.urgency().priority(), unsure.urgency().priority());
            assertEquals(sure.category().label(), unsure.category().label());
            assertEquals(sure.explanations(), unsure.explanations());
            assertTrue(unsure.language().confidence() < sure.language().confidence());
            assertTrue(unsure.sentiment().confidence() < sure.sentiment().confidence());
            assertTrue(unsure.category().confidence() < sure.category().confidence());
            assertNotEquals(sure.urgency().confidence(), unsure.urgency().confidence());
        }
    }

    @ParameterizedTest
    @MethodSource("additions")
    void aSignatureAQuotedThreadOrAStackTraceChangesNoVerdict(String message, String added) {
        Reading alone = read(message);
        Reading with = read(message + added);
        assertEquals(alone.hostility(), with.hostility());
        assertEquals(alone.sentiment(), with.sentiment());
        assertEquals(alone.urgency(), with.urgency());
        assertEquals(alone.category(), with.category());
        assertEquals(alone.language(), with.language());
        assertEquals(alone.mentions(), with.mentions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am happy with the new app. | I am not happy with the new app.",
                "The support was good. | The support was not good.",
                "Ich bin mit dem Service zufrieden. | Ich bin mit dem Service nicht zufrieden.",
                "Das war ein gutes Erlebnis. | Das war kein gutes Erlebnis.",
                "Je suis content du service. | Je ne suis pas content du service.",
                "Estoy contento con el servicio. | No estoy contento con el servicio.",
                "Sono contento del servizio. | Non sono contento del servizio.",
                "Estou feliz com o atendimento. | Não estou feliz com o atendimento.",
                "Ik ben blij met de service. | Ik ben niet blij met de service."
            })
    void notTurnsAVerdict(String said, String denied) {
        Insight.Sentiment before = read(said).sentiment();
        Insight.Sentiment after = read(denied).sentiment();
        assertTrue(before.score() > after.score() + 0.2, before + " and " + after);
        assertNotEquals(before.label(), after.label());
        assertTrue(before.label().endsWith("positive"), before::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I kill the zombie process that holds the lock on the master database?",
                "Our dead letter queue has 300 poison messages, can we abort the job?",
                "Please unsubscribe my colleague Dick Cox, he left War Games Ltd last month.",
                "A user on our forum wrote \"you are all idiots and scammers\". How do we report such posts?",
                "This update is fucking awesome, well done!",
                "I am not angry, I only want to understand the invoice.",
                "Wie kann ich den hängenden Prozess abschießen? Er blockiert die Datenbank.",
                "URGENT: production is down, all customers get error 503.",
                "Our lawyers will send you the signed data processing agreement tomorrow.",
                "Merci d'avance pour votre aide, c'est assez urgent."
            })
    void whatOnlySoundsBadIsNotHostile(String text) {
        Insight.Hostility hostility = read(text).hostility();
        assertNotEquals("hostile", hostility.level(), hostility::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | You are a bunch of incompetent idiots.",
                "en | f*ck your t3rms, you thieving b@stards",
                "en | I know where your office is and you will regret this.",
                "en | Did a monkey write this answer? Get me someone with a functioning brain.",
                "de | Ihr seid doch alles Betrüger, so ein Scheißladen!",
                "fr | Vous êtes une bande d'escrocs et d'incapables.",
                "es | Son unos ladrones y unos inútiles.",
                "it | Siete dei ladri e degli incapaci.",
                "pt | Vocês são uns ladrões incompetentes.",
                "nl | Jullie zijn een stelletje oplichters en idioten."
            })
    void abuseIsHostileInEveryLanguage(String language, String text) {
        Reading reading = read(text);
        assertEquals("hostile", reading.hostility().level(), () -> reading.hostility()
                .toString());
        assertEquals(language, reading.language().code());
        assertFalse(reading.explanations().isEmpty());
    }

    @Test
    void oneInsultInALongPoliteLetterIsFound() {
        String letter =
                "Dear team,\nI have been a customer for eight years and I always liked the shop. In May I ordered two"
                        + " chairs for our balcony, and the delivery came on time. The cushions are in the right colour as well."
                        + " Yesterday I called because one screw was missing, and I was asked for the number of the order. Honestly,"
                        + " you are complete morons. Apart from that I would like to know where I can find the instructions, since I"
                        + " should like to put the chairs together on Saturday. The weather is going to be fine. Thank you very much.";
        assertEquals("hostile", read(letter).hostility().level());
    }

    @Test
    void anExplanationStandsWhereItSaysInWhatWasGiven() {
        String subject = "  Useless service ";
        String text =
                "> earlier words\n\nYou are useless idiots, I want my money back and my lawyer will call.\n\nRegards\nTom";
        Reading reading = analyzer.read(new Message(subject, text, null, null));
        assertFalse(reading.explanations().isEmpty());
        for (Insight.Explanation explanation : reading.explanations()) {
            String in = "subject".equals(explanation.in()) ? subject : text;
            assertEquals(
                    explanation.text(), in.substring(explanation.start(), explanation.end()), explanation::toString);
        }
        assertTrue(reading.explanations().stream()
                .anyMatch(explanation -> explanation.about().equals("hostility")
                        && explanation.text().contains("idiots")));
        assertTrue(reading.explanations().stream()
                .anyMatch(explanation -> explanation.about().equals("escalation")));
    }

    @Test
    void aLanguageThatIsKnownIsNotGuessed() {
        assertEquals(
                "pt",
                analyzer.read(new Message(null, "ok", "pt-BR", null)).language().code());
        assertEquals("und", read("12345 !!!").language().code());
        assertEquals("ar", read("أريد استرداد أموالي").language().code());
    }

    @Test
    void nothingThatIsWrittenMakesReadingFail() {
        for (String odd : List.of(
                "",
                " ",
                "\n\n",
                "\u0000",
                "\ud83d",
                "😡",
                "?",
                "a".repeat(30_000),
                "> quoted only",
                "<p></p>",
                "<b>",
                "-- \n",
                "\u200b\u200b")) {
            Reading reading = read(odd);
            assertTrue(List.of("none", "frustrated", "hostile")
                    .contains(reading.hostility().level()));
        }
        Reading nothing = analyzer.read(new Message(null, null, null, null));
        assertEquals("neutral", nothing.sentiment().label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "?", "4711 - 12/3", "Invoice", "see attachment", "ok", "Rechnung", "wug blick dax"})
    void whereNothingIsSaidNothingIsHeldAgainstAnybody(String text) {
        Reading reading = read(text);
        assertEquals(
                "none", reading.hostility().level(), () -> reading.hostility().toString());
        assertEquals("neutral", reading.sentiment().label(), () -> reading.sentiment()
                .toString());
    }

    @Test
    void theSameTextIsReadTheSame() {
        String text = MESSAGES.get(0);
        assertEquals(read(text), read(text));
    }

    private static Reading read(String text) {
        return analyzer.read(new Message(null, text, null, null));
    }
}
