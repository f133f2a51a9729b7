package io.ticketwire.intelligence.escalation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.phrase.Words;
import io.ticketwire.intelligence.token.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What customers say that makes a ticket a matter for somebody with more power, and what only looks like it. */
class EscalationCuesTest {

    private static final EscalationCues CUES = EscalationCues.load();

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I want to cancel my subscription.                                    | CANCELLATION",
                "en | We are thinking of leaving.                                          | CANCELLATION",
                "en | We will not be renewing next year.                                   | CANCELLATION",
                "en | If this is not fixed we cancel our contract.                         | CANCELLATION",
                "en | I will never fly with you again!                                     | CANCELLATION",
                "en | Close my account and refund the remaining balance.                   | CANCELLATION REFUND",
                "en | I want my money back or I dispute the charge.                        | REFUND",
                "en | Three weeks and still no refund.                                     | REFUND",
                "en | You have not refunded me.                                            | REFUND",
                "en | I have asked my bank for a chargeback.                               | REFUND",
                "en | We are switching to a competitor next month.                         | COMPETITOR",
                "en | I'll take my business elsewhere.                                     | COMPETITOR",
                "en | My lawyer will be in touch.                                          | LEGAL",
                "en | See you in small claims court.                                       | LEGAL",
                "en | This is formal notice under clause 9; we will take legal action.     | LEGAL",
                "en | I shall complain to the ombudsman and to Trading Standards.          | REGULATOR",
                "en | I am reporting this to the Information Commissioner's Office.        | REGULATOR",
                "en | I'm going to tell the press about this.                              | PUBLICITY",
                "en | Expect a very bad review on Trustpilot.                              | PUBLICITY",
                "en | Our account was hacked last night.                                   | SECURITY",
                "en | We see another customer's invoices after the login.                  | SECURITY",
                "en | Production is down for all of our sites.                             | OUTAGE",
                "en | Nobody can log in since nine.                                        | OUTAGE",
                "en | I want to speak to your manager.                                     | MANAGER",
                "en | Please escalate this to a supervisor.                                | MANAGER",
                "en | This is the second SLA breach in May; we claim service credits.      | CONTRACT",
                "en | I need this by end of day.                                           | DEADLINE",
                "en | The filing is due today, within two hours I need an answer           | DEADLINE",
                "de | Hiermit kündige ich meinen Vertrag fristgerecht.                     | CANCELLATION",
                "de | Wir überlegen, den Anbieter zu wechseln.                             | CANCELLATION COMPETITOR",
                "de | Ich verlange mein Geld zurück!                                       | REFUND",
                "de | Mein Anwalt meldet sich bei Ihnen.                                   | LEGAL",
                "de | Ich wende mich an die Verbraucherzentrale.                           | REGULATOR",
                "de | Das melde ich der Presse.                                            | PUBLICITY",
                "de | Unser Konto wurde gehackt.                                           | SECURITY",
                "de | Seit acht Uhr Totalausfall in allen Filialen.                        | OUTAGE",
                "de | Ich will Ihren Vorgesetzten sprechen.                                | MANAGER",
                "de | Laut SLA steht uns eine Vertragsstrafe zu.                           | CONTRACT",
                "de | Das muss heute noch erledigt sein.                                   | DEADLINE",
                "fr | Je souhaite résilier mon abonnement.                                 | CANCELLATION",
                "fr | Je veux resilier l'abonnement                                        | CANCELLATION",
                "fr | J'exige le remboursement de la totalité.                             | REFUND",
                "fr | Nous irons voir ailleurs, chez un concurrent.                        | COMPETITOR",
                "fr | Ceci vaut mise en demeure, mon avocat est prévenu.                   | LEGAL",
                "fr | Je vais saisir la CNIL et la DGCCRF.                                 | REGULATOR",
                "fr | Je laisserai un avis négatif partout.                                | PUBLICITY",
                "fr | Notre compte a été piraté.                                           | SECURITY",
                "fr | Panne générale, personne ne peut travailler.                         | OUTAGE",
                "fr | Je veux parler à un responsable.                                     | MANAGER",
                "es | Quiero darme de baja hoy mismo.                                      | CANCELLATION DEADLINE",
                "es | Exijo la devolución de mi dinero.                                    | REFUND",
                "es | Me cambio de compañía.                                               | COMPETITOR",
                "es | Mi abogado presentará una demanda judicial.                          | LEGAL",
                "es | Pondré una hoja de reclamaciones en la OMIC.                         | REGULATOR",
                "es | Voy a publicar esto en redes sociales.                               | PUBLICITY",
                "es | Me han hackeado la cuenta.                                           | SECURITY",
                "es | El sistema está caído, nadie puede trabajar.                         | OUTAGE",
                "es | Páseme con su supervisor.                                            | MANAGER",
                "it | Vorrei disdire il contratto.                                         | CANCELLATION",
                "it | Voglio il rimborso.                                                  | REFUND",
                "it | Il mio avvocato procederà per vie legali.                            | LEGAL",
                "it | Farò una segnalazione al Garante e al Codacons.                      | REGULATOR",
                "it | Voglio parlare con un responsabile.                                  | MANAGER",
                "it | Nessuno riesce ad accedere.                                          | OUTAGE",
                "pt | Quero cancelar a minha assinatura.                                   | CANCELLATION",
                "pt | Quero o estorno do valor.                                            | REFUND",
                "pt | Vou ao Procon e meu advogado vai processar vocês.                    | LEGAL REGULATOR",
                "pt | Vou deixar uma avaliação péssima no Reclame Aqui.                    | PUBLICITY REGULATOR",
                "pt | O sistema está fora do ar.                                           | OUTAGE",
                "nl | Ik wil mijn abonnement opzeggen.                                     | CANCELLATION",
                "nl | Ik eis mijn geld terug.                                              | REFUND",
                "nl | Mijn advocaat stuurt een ingebrekestelling.                          | LEGAL",
                "nl | Ik stap naar de Geschillencommissie.                                 | REGULATOR",
                "nl | Grote storing, niemand kan inloggen.                                 | OUTAGE",
                "nl | Ik wil uw leidinggevende spreken.                                    | MANAGER",
            })
    void whatSpeaksForAnEscalationIsFound(String language, String text, String causes) {
        Set<String> found = causes(language, text);

        assertEquals(new TreeSet<>(List.of(causes.split(" "))), found);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How do I cancel a calendar event?",
                "en | Can I cancel the job that is running?",
                "en | My cancelled order was refunded, thanks!",
                "en | The flight was cancelled by the weather.",
                "en | I will not cancel.",
                "en | We are not going to cancel our contract.",
                "en | I don't want a refund.",
                "en | Thank you for the quick refund.",
                "en | We are leaving for Rome tomorrow.",
                "en | No need to involve a lawyer.",
                "en | Squash court bookings fail, and the food court page is empty.",
                "en | The account manager role lacks a permission.",
                "en | Press the enter key.",
                "en | Happy to leave a great review!",
                "en | The gas pressure regulator we ordered is too small.",
                "en | Does your tool protect against ransomware?",
                "en | Please scroll down on the page.",
                "en | My manager asked for the invoice.",
                "en | The parcel arrived within 2 hours.",
                "en | Our analytics of competitors prices works well.",
                "en | Could you send me the documentation, please?",
                "de | Ich möchte nicht kündigen.",
                "de | Ich kündige nicht, keine Sorge.",
                "de | Kann ich einen Termin im Kalender stornieren?",
                "de | Ich will kein Geld zurück.",
                "de | Mein Chef bittet um ein Angebot.",
                "de | Wir kündigen keine Änderung an, wir fragen nur.",
                "de | Die Ankündigung war gut.",
                "fr | Je ne veux pas résilier.",
                "fr | Comment annuler une réunion ?",
                "fr | La salade d'avocat était bonne.",
                "es | No quiero cancelar mi contrato.",
                "es | ¿Cómo puedo cancelar una reunión?",
                "it | Non voglio disdire.",
                "pt | Não quero cancelar a conta.",
                "pt | Meu gerente pediu a nota.",
                "nl | Ik wil niet opzeggen.",
                "nl | Hoe kan ik een afspraak annuleren?",
            })
    void whatOnlyLooksLikeItIsNot(String language, String text) {
        Set<String> found = causes(language, text);

        assertEquals(Set.of(), found);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | Our customer wrote \"I will sue you\". How do we answer?",
                "en | A user told us: 'I cancel my subscription and go to the press.' What now?",
                "en | I have got this mail from one of our tenants: \"My lawyer will be in touch.\"",
                "en | Which macro is the best for “I want to speak to your manager”?",
                "en | He says \"I told you: I will sue you\" and hangs up.",
                "de | Unser Kunde schrieb: „Mein Anwalt meldet sich bei Ihnen.“ Was antworten wir?",
                "fr | Un client nous écrit : « Je vais saisir la CNIL. » Que répondre ?",
                "es | Un cliente escribe: «Mi abogado presentará una demanda judicial.» ¿Qué hacemos?",
                "it | Un cliente scrive: \"Vorrei disdire il contratto.\" Che cosa rispondo?",
                "pt | Um cliente escreveu: \"Vou ao Procon amanhã.\" O que respondo?",
                "nl | Een klant schrijft: \"Ik stap naar de Geschillencommissie.\" Wat nu?",
            })
    void whatAnotherSaysIsNotAnnounced(String language, String text) {
        Set<String> found = causes(language, text);

        assertEquals(Set.of(), found);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | \"I will sue you.\"                                                      | LEGAL",
                "en | I told your agent \"I will sue you\" and he laughed.                     | LEGAL",
                "en | We've said it before: \"we cancel our contract if this goes on\".         | CANCELLATION",
                "en | I want to \"cancel my subscription\" today.                              | CANCELLATION",
                "en | Our customer wrote \"thanks\", and I will sue you.                       | LEGAL",
                "en | He wrote \"sorry\". My lawyer will be in touch. He wrote \"bye\".        | LEGAL",
                "en | Your agent wrote \"see below. My lawyer will be in touch.                | LEGAL",
                "en | The banner says \"Attention: our account was hacked\", what is that?     | SECURITY",
                "en | Your own page says \"Sorry, production is down for all of our sites\".   | OUTAGE",
                "de | Ich habe Ihnen geschrieben: „Hiermit kündige ich meinen Vertrag.“         | CANCELLATION",
            })
    void whatIsOnlySetInQuotationMarksIs(String language, String text, String causes) {
        Set<String> found = causes(language, text);

        assertEquals(new TreeSet<>(List.of(causes.split(" "))), found);
    }

    @Test
    void aMentionSaysWhereItStands() {
        String text = "Hello. I want my money back, now.";

        List<Mention> mentions = CUES.read(Words.of(Tokens.of(text)), Language.EN);

        assertEquals(
                "money back",
                text.substring(mentions.get(0).start(), mentions.get(0).end()));
    }

    @Test
    void allLanguagesAreReadWhereNoneIsKnown() {
        List<Mention> mentions = CUES.read(Words.of(Tokens.of("rückerstattung!")), Language.UND);

        assertEquals(
                List.of(EscalationCause.REFUND),
                mentions.stream().map(Mention::cause).toList());
    }

    @Test
    void englishIsReadInAnyLanguage() {
        List<Mention> mentions = CUES.read(Words.of(Tokens.of("Wir wollen einen Chargeback")), Language.DE);

        assertEquals(1, mentions.size());
    }

    @Test
    void ofOneCauseNoMentionsOverlap() {
        String text = "I want to cancel my subscription, cancel my account and get a refund. ".repeat(50);

        List<Mention> mentions = CUES.read(Words.of(Tokens.of(text)), Language.EN);

        int[] ends = new int[EscalationCause.values().length];
        for (Mention mention : mentions) {
            assertTrue(mention.start() >= ends[mention.cause().ordinal()]);
            ends[mention.cause().ordinal()] = mention.end();
        }
    }

    private static Set<String> causes(String language, String text) {
        Set<String> causes = new TreeSet<>();
        CUES.read(Words.of(Tokens.of(text)), Language.of(language))
                .forEach(mention -> causes.add(mention.cause().name()));
        return causes;
    }
}
