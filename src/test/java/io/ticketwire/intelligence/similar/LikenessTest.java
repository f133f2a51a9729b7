package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.event.Insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LikenessTest {

    private static final UUID CONNECTOR = new UUID(0, 1);
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    private static final String LONG =
            "Since the update of last Friday our sales team can no longer open the quarterly report. "
                    + "The page stays white, and after a minute an error appears that tells us to contact support. "
                    + "We have tried two browsers and a private tab, without success. Please tell us how to get at the figures.";

    /** Of a form: who fills it in writes what stands for the question mark. */
    private static final String FORM =
            "Request for help with your account. Please fill in all of the fields below, and describe in your "
                    + "own words what has happened and what you expected to happen instead. Product concerned: Standard plan. "
                    + "What is it about? ? We answer all requests within two working days, in the order in which they come in. "
                    + "By sending this form you agree that we keep what you have written as long as the law asks us to.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // In another case, with other punctuation and white space.
                "duplicate | Where is my parcel? I ordered it in May! | WHERE IS MY PARCEL - I ordered it in  may",
                "duplicate | My order 4711 has not arrived yet. | my order #4711 has NOT arrived yet!!!",
                "duplicate | Ich möchte kündigen, und zwar sofort. | ich möchte KÜNDIGEN und zwar sofort",
                "duplicate | Don't you answer your mails? | Don’t you answer your mails",
                "duplicate | 我的订单还没有到,请帮我查一下 | 我的订单还没有到。请帮我查一下!",
                // The same matter of another order: two tickets, two parcels.
                "similar | My order 4711 has not arrived yet, where is it? | My order 4712 has not arrived yet, where is it?",
                "similar | Please delete the account of anna@example.com | Please delete the account of bert@example.com",
                "similar | Refund order A-1001 please, it arrived broken | Refund order A-1002 please, it arrived broken",
                // The same told in other words.
                "similar | My order 4711 has not arrived yet, where is it? | Where is order 4712? It still has not arrived.",
                "similar | I cannot log in since this morning, the password reset mail never arrives."
                        + " | The password reset mail never arrives and I can't log in to my account.",
                "similar | Ich kann mich nicht anmelden, die Mail zum Zurücksetzen kommt nie an."
                        + " | Die Mail zum Zurücksetzen des Passworts kommt nie an, ich kann mich nicht anmelden!",
                "similar | Mi pedido no ha llegado todavía, ¿dónde está? | ¿Dónde está mi pedido? Todavia no ha llegado nada.",
                "similar | 我的订单还没有到,请帮我查一下 | 我的订单还没到,请查一下",
                // Other matters, in words that everybody uses.
                "none | I want to cancel my order | I want to change my address",
                "none | I cannot log in to my account since this morning. | How do I add a second user to our plan?",
                "none | Ich kann mich nicht anmelden, was soll ich tun? | Wo ist meine Bestellung? Was soll ich denn noch tun?",
                "none | Je voudrais annuler mon abonnement | Je voudrais changer mon adresse",
                "none | 我的订单还没有到,请帮我查一下 | 我想取消我的账户",
                // What says too little.
                "none | Thank you! | thank you",
                "none | Hello | hello",
                "none | 👍👍👍 | 👍👍👍",
                "none | ??? | ???",
                "none | '' | ''",
            })
    void twoTicketsThatAreAloneAreToldApart(String kind, String left, String right) {
        assertEquals(kind, kind(left, right));
    }

    @Test
    void aWordThatIsAddedOrCorrectedLeavesADuplicate() {
        assertEquals("duplicate", kind(LONG, LONG + " Thanks!"));
        assertEquals("duplicate", kind(LONG, "Hello again, " + LONG));
        assertEquals("duplicate", kind(LONG, LONG.replace("success", "succes")));
        assertEquals("duplicate", kind(LONG, LONG + " My number is 0171 5550199."));
    }

    @Test
    void aLongTextOfAnotherOrderIsSimilar() {
        assertEquals("similar", kind(LONG + " Contract 88123.", LONG + " Contract 88124."));
    }

    @Test
    void aFormThatIsFilledInWithOtherWordsIsSimilar() {
        assertEquals("similar", kind(form("The invoice is wrong"), form("My password does not work")));
    }

    @Test
    void aFormThatManySendIsNoDuplicateForOneOtherWord() {
        // given
        SimilarTickets tickets = new SimilarTickets(5_000, 200, 256L << 20);
        IntStream.range(0, 400).forEach(i -> tickets.add(CONNECTOR, new UUID(2, i), other(i), Instant.EPOCH));
        IntStream.range(0, 400).forEach(i -> tickets.add(CONNECTOR, new UUID(3, i), form(word(i)), Instant.EPOCH));
        tickets.add(CONNECTOR, FIRST, form("Passwords"), Instant.EPOCH);
        // when
        List<Insight.Similar> similar = tickets.findAndAdd(CONNECTOR, SECOND, form("Invoices"), Instant.EPOCH);
        // then
        assertEquals(
                List.of("similar"),
                similar.stream().map(Insight.Similar::kind).distinct().toList());
    }

    @Test
    void whereAllSendTheSameFormTheyAreStillSimilar() {
        // given
        SimilarTickets tickets = new SimilarTickets(5_000, 200, 256L << 20);
        IntStream.range(0, 300)
                .forEach(i -> tickets.add(CONNECTOR, new UUID(2, i), form("Order 55" + i), Instant.EPOCH));
        // when
        List<Insight.Similar> similar = tickets.findAndAdd(CONNECTOR, FIRST, form("Order 9901"), Instant.EPOCH);
        // then
        assertEquals(5, similar.size());
        assertEquals("similar", similar.get(0).kind());
    }

    @Test
    void aLongTextIsLikeAnotherAsTheirBeginningsAre() {
        String report = LONG.repeat(60).substring(0, SimilarTickets.COMPARED);
        assertEquals("duplicate", kind(report, report.toUpperCase(Locale.ROOT)));
        assertEquals("duplicate", kind(report + "It is about cats.", report + "It is about dogs."));
        assertEquals("similar", kind("Order 9901. " + report, "Order 9902. " + report));
    }

    @Test
    void whatIsKeptOfALongTextIsTheSameTextAfterARestart() {
        String subject = "The report\n";
        String text = LONG.repeat(60).substring(0, SimilarTickets.COMPARED - 1) + "😀 and so on";

        String kept = SimilarTickets.compared(text);

        assertEquals(SimilarTickets.COMPARED - 1, kept.length());
        assertEquals(SimilarTickets.compared(subject + text), SimilarTickets.compared(subject + kept));
        assertEquals(kept, SimilarTickets.compared(kept));
    }

    private static String kind(String left, String right) {
        SimilarTickets tickets = new SimilarTickets(5_000, 200, 256L << 20);
        tickets.add(CONNECTOR, FIRST, left, Instant.EPOCH);
        return tickets.findAndAdd(CONNECTOR, SECOND, right, Instant.EPOCH).stream()
                .map(Insight.Similar::kind)
                .findFirst()
                .orElse("none");
    }

    private static String form(String answer) {
        return FORM.replace("? ?", "? " + answer + ".");
    }

    private static String other(int i) {
        return "%s with %s and %s".formatted(word(i), word(i + 1), word(i + 2));
    }

    /** Made up, of letters only. */
    private static String word(int i) {
        return "q" + Integer.toString(i * 7919 + 1_000_000, 26).replaceAll("\\d", "z") + (char) ('a' + i % 26)
                + (char) ('a' + i / 26);
    }
}
