package io.ticketwire.intelligence.kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.phrase.Words;
import io.ticketwire.intelligence.token.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Messages, answers by machines, and what nobody asked for. */
class KindReaderTest {

    private static final KindReader READER = KindReader.load();

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Out of office: I am away until Monday and will read your mail then.",
                "en | I'm on annual leave until 3 March. For urgent matters write to the team.",
                "en | This is an automated message, please do not reply.",
                "en | We have received your request. An agent will get back to you within two business days.",
                "en | This mailbox is not monitored. Please use the portal.",
                "en | Delivery Status Notification (Failure): the message could not be delivered.",
                "en | Your message to Ann was read on 3 March at 10:12. Read receipt.",
                "de | Automatische Antwort: Ich bin bis zum 3. August im Urlaub.",
                "de | Ich bin derzeit nicht im Büro. In dringenden Fällen wenden Sie sich an die Zentrale.",
                "de | Unzustellbar: Ihre Nachricht konnte nicht zugestellt werden.",
                "de | Ihre Anfrage ist bei uns eingegangen. Bitte antworten Sie nicht auf diese E-Mail.",
                "fr | Réponse automatique : je suis absente du bureau jusqu'à lundi.",
                "fr | Votre demande a bien été enregistrée. Merci de ne pas répondre à ce courriel.",
                "es | Respuesta automática: estoy de vacaciones hasta el lunes.",
                "es | No responda a este correo. Hemos recibido su solicitud.",
                "it | Risposta automatica: sono in ferie fino a lunedì.",
                "it | Messaggio generato automaticamente, si prega di non rispondere a questa e-mail.",
                "pt | Resposta automática: estou de férias até segunda.",
                "pt | Este é um e-mail automático, não responda.",
                "nl | Automatisch antwoord: ik ben afwezig tot maandag.",
                "nl | Gelieve niet te antwoorden op deze mail.",
            })
    void whatAMachineWrote(String language, String text) {
        assertEquals(MessageKind.AUTO_REPLY, read("", text, language));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | We offer SEO and quality backlinks to get your website to page one of Google.",
                "en | I'd love to write a guest post for your blog, with a dofollow link.",
                "en | You have won the lottery! Claim your prize: the sum of 2 million dollars.",
                "en | Invest in Bitcoin with guaranteed returns, ask our trader on Telegram.",
                "en | Verify your password immediately or your mailbox will be deactivated within 24 hours.",
                "en | Hello dear, I am lonely tonight, see my pics.",
                "en | Are you the right person to talk to about lead generation? We book 20 qualified meetings a month.",
                "en | Cheap viagra, no prescription needed.",
                "de | Mit unserem SEO-Paket kommen Sie bei Google auf Seite 1. Jetzt unverbindlich anfordern!",
                "de | Glückwunsch, Sie haben gewonnen! Jetzt einlösen.",
                "de | Sofortkredit ohne Schufa, Auszahlung heute.",
                "fr | Votre site en première page de Google, résultats garantis.",
                "fr | Félicitations, vous avez gagné un iPhone ! Cliquez ici.",
                "es | Gana 500 euros al día desde casa con cripto.",
                "it | Il tuo sito in prima pagina su Google, clicca qui: backlink a basso costo.",
                "pt | Empréstimo liberado para negativado, chama no zap.",
                "nl | Hoger in Google? Wij garanderen de eerste pagina. Klik hier.",
            })
    void whatNobodyAskedFor(String language, String text) {
        assertEquals(MessageKind.SPAM, read("", text, language));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I received a phishing mail that claims to be from you: verify your password immediately.",
                "en | Our users report spam from your domain: You have won the lottery, claim your prize.",
                "en | Is this legit? It says my mailbox will be deactivated and I must verify my password.",
                "en | All I get is an automated reply. Can a person read this?",
                "en | How do I set up an out of office reply in your app?",
                "en | I'm on annual leave from Monday, so could you please send the invoice before?",
                "en | Does your plugin support SEO titles and the sitemap for Google?",
                "en | I won a voucher in your raffle, but the code doesn't work.",
                "en | My mailbox is full and I can't log in, error 552.",
                "en | We pay with Bitcoin. Does your API support it?",
                "en | Please cancel my order, thanks.",
                "en | The casino hotel was charged twice on my card.",
                "en | My loan application was declined, why?",
                "de | Ich habe eine verdächtige Mail bekommen: Ihr Konto wird gesperrt. Ist das von Ihnen?",
                "de | Ich bekomme nur automatische Antworten, seit drei Wochen.",
                "de | Könnten Sie mir bitte sagen, wie ich eine Abwesenheitsnotiz einrichte?",
                "de | Wir brauchen Hilfe bei der SEO-Konfiguration Ihrer Plattform.",
                "fr | J'ai reçu un mail suspect : votre compte sera suspendu, confirmez vos informations.",
                "fr | Aucun accusé de réception, rien depuis lundi.",
                "es | He recibido un correo sospechoso: su cuenta será suspendida.",
                "it | Ho ricevuto una mail sospetta: il suo conto sarà bloccato, è vostra?",
                "pt | Recebi uma mensagem suspeita: sua conta será bloqueada. É golpe?",
                "nl | Ik kreeg een verdachte mail: uw rekening wordt geblokkeerd. Is dit echt?",
            })
    void whatAPersonWants(String language, String text) {
        assertEquals(MessageKind.MESSAGE, read("", text, language));
    }

    @Test
    void theSubjectIsReadToo() {
        assertEquals(MessageKind.AUTO_REPLY, read("Automatic reply: invoice 5", "Back on Monday.", "en"));
    }

    @Test
    void aMachineThatIsQuotedFarBelowIsNone() {
        String text = "The sync of our stock stopped. ".repeat(40) + "This is an automated message, do not reply.";

        assertEquals(MessageKind.MESSAGE, read("", text, "en"));
    }

    @Test
    void allLanguagesAreReadWhereNoneIsKnown() {
        assertEquals(MessageKind.AUTO_REPLY, read("", "Abwesenheitsnotiz", "und"));
    }

    @Test
    void anEmptyTextIsAMessage() {
        assertEquals(MessageKind.MESSAGE, read("", "", "und"));
    }

    private static MessageKind read(String subject, String text, String language) {
        return READER.read(Words.of(Tokens.of(subject)), Words.of(Tokens.of(text)), Language.of(language));
    }
}
