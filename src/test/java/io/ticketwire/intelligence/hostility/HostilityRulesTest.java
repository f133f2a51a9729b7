package io.ticketwire.intelligence.hostility;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HostilityRulesTest {

    private static final HostilityRules RULES = HostilityRules.load();
    private static final Set<SignalKind> AGAINST_PEOPLE = EnumSet.of(
            SignalKind.INSULT_AT_PERSON,
            SignalKind.PROFANITY_AT_WORK,
            SignalKind.TELL_OFF,
            SignalKind.THREAT,
            SignalKind.CONTEMPT,
            SignalKind.HOSTILE_EMOJI);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | INSULT_AT_PERSON | Listen you moron, it is broken",
                "en | INSULT_AT_PERSON | You are liars and thieves",
                "en | INSULT_AT_PERSON | your support agent is a complete imbecile",
                "en | INSULT_AT_PERSON | Idiots!",
                "en | INSULT_AT_PERSON | a bunch of crooks",
                "en | INSULT_AT_PERSON | are you stupid",
                "en | INSULT_AT_PERSON | you're all incompetent",
                "de | INSULT_AT_PERSON | ihr seid doch alles Betrüger",
                "de | INSULT_AT_PERSON | Sie sind ein unverschämter Lügner",
                "de | INSULT_AT_PERSON | So ein Haufen Stümper",
                "fr | INSULT_AT_PERSON | Vous êtes une bande d'incapables",
                "fr | INSULT_AT_PERSON | remboursez moi, bande d'escrocs",
                "es | INSULT_AT_PERSON | sois unos ladrones",
                "es | INSULT_AT_PERSON | son una panda de inútiles",
                "it | INSULT_AT_PERSON | siete dei buffoni",
                "pt | INSULT_AT_PERSON | vocês são uns ladrões",
                "nl | INSULT_AT_PERSON | jullie zijn een stel oplichters",
                "en | INSULT_AT_PERSON | I'm not saying you are stupid, but you are stupid",
                "en | INSULT_AT_PERSON | Not only are you useless, you are liars",
                "en | INSULT_AT_PERSON | you are nothing but thieves",
                "en | INSULT_AT_PERSON | I can't believe you are such idiots",
                "en | INSULT | never seen such idiots",
                "en | INSULT_AT_PERSON | Don't tell me you are that stupid",
                "de | INSULT_AT_PERSON | Ihr seid nichts als Betrüger",
                "de | INSULT_AT_PERSON | Nicht zu fassen, ihr seid Betrüger",
                "fr | INSULT_AT_PERSON | Ne me dites pas que vous êtes des voleurs",
                "fr | INSULT_AT_PERSON | Vous n'êtes que des voleurs",
                "fr | INSULT_AT_PERSON | Vous ne répondez pas, bande d'escrocs",
                "es | INSULT_AT_PERSON | No son más que unos ladrones",
                "it | INSULT_AT_PERSON | Non siete altro che ladri",
                "pt | INSULT_AT_PERSON | Vocês não são nada além de ladrões",
                "nl | INSULT_AT_PERSON | Jullie zijn niets dan oplichters",
                "en | INSULT_AT_PERSON | My colleague called you an idiot and he is right, you are an idiot",
                "en | INSULT_AT_PERSON | Sorry to say that you are idiots",
                "en | INSULT_AT_PERSON | I called three times, you idiots, and nobody apologised",
                "en | INSULT_AT_PERSON | My friends call you thieves",
                "de | INSULT_AT_PERSON | Tut mir leid, aber ihr seid Idioten",
                "fr | INSULT_AT_PERSON | J'ai appelé trois fois, bande d'idiots",
                "pt | INSULT_AT_PERSON | Deveriam pedir desculpas, seus ladrões",
                "en | INSULT_AT_PERSON | You bastards are good at stealing",
                "en | INSULT_AT_PERSON | holy shit you bastards broke it again",
                "en | INSULT_AT_PERSON | you bastards nailed my account shut",
                "en | PROFANITY_AT_WORK | Your shit app is not good",
                "en | PROFANITY_AT_WORK | Shit support, the others are good",
                "de | INSULT_AT_PERSON | Ihr Idioten habt es geschafft, alles zu löschen",
                "fr | INSULT_AT_PERSON | bande de cons, vous avez tout cassé",
                "it | PROFANITY_AT_WORK | cazzo di servizio, non siete bravi",
                "nl | INSULT_AT_PERSON | jullie klootzakken hebben het verpest",
                "fr | INSULT_AT_PERSON | Espèce de mongol",
                "fr | INSULT_AT_PERSON | vous êtes des mongols",
                "pt | INSULT_AT_PERSON | vocês são uns mongóis",
                "nl | INSULT_AT_PERSON | stomme mongool",
                "es | INSULT_AT_PERSON | eres un mongol",
                "de | INSULT_AT_PERSON | Ihr seid doch gestört",
                "fr | INSULT_AT_PERSON | La mise en demeure a été envoyée, bande d'escrocs",
                "en | MOOD_ONLY | 🙄🙄",
                "en | MOOD_ONLY | 😡!",
                "fr | INSULT_AT_PERSON | Mon voisin dit que vous êtes une bande de parasites. Je confirme chaque syllabe.",
                "en | PROFANITY_AT_WORK | Fix your fucking app",
                "en | PROFANITY_AT_WORK | what a piece of shit product",
                "en | PROFANITY_AT_WORK | absolute sh!t support",
                "de | PROFANITY_AT_WORK | macht euer scheiß Internet an",
                "fr | PROFANITY_AT_WORK | réparez votre putain d'appli",
                "es | PROFANITY_AT_WORK | vaya mierda de servicio",
                "it | PROFANITY_AT_WORK | servizio di merda",
                "nl | PROFANITY_AT_WORK | los die kutzooi van jullie op, jullie kut app",
                "en | PROFANITY_STRONG | oh fuck",
                "en | PROFANITY_MILD | the damn printer is jammed",
                "en | TELL_OFF | screw you",
                "en | TELL_OFF | go to hell",
                "en | TELL_OFF | stfu with the templates",
                "de | TELL_OFF | halt die Fresse",
                "fr | TELL_OFF | allez vous faire foutre",
                "es | TELL_OFF | váyanse a la mierda",
                "it | TELL_OFF | andate a fanculo",
                "pt | TELL_OFF | vai se foder",
                "nl | TELL_OFF | rot toch op",
                "en | THREAT | I know where your office is",
                "en | THREAT | you will regret this",
                "en | THREAT | pay or I will tell everyone",
                "en | THREAT | I will burn your office down",
                "de | THREAT | ich weiß, wo ihr wohnt",
                "fr | THREAT | vous allez le regretter, je sais où vous habitez",
                "es | THREAT | sé dónde vives",
                "it | THREAT | vengo lì in ufficio con la mazza",
                "pt | THREAT | vão se arrepender",
                "nl | THREAT | ik weet waar je woont",
                "nl | INSULT_AT_PERSON | Zeg, jullie zijn gestoord",
                "nl | INSULT_AT_PERSON | bent u gestoord",
                "es | INSULT_AT_PERSON | mira que sois brutos",
                "es | PROFANITY_AT_WORK | pinches rateros",
                "de | THREAT | Passen Sie gut auf sich auf, wenn Sie heute heimgehen",
                "de | THREAT | pass auf dich auf wenn du heimgehst",
                "de | THREAT | das werdet ihr büßen",
                "nl | THREAT | pas maar op als je vanavond naar huis gaat",
                "fr | THREAT | on sait où vous habitez",
                "fr | THREAT | je sais où tu habites",
                "es | THREAT | me enteraré de dónde vives",
                "it | THREAT | so dove abitate",
                "it | THREAT | so dove abiti",
                "pt | THREAT | sei onde você mora",
                "pt | THREAT | sei onde moras",
                "en | THREAT | I know what time your shift ends",
                "en | THREAT | better watch your back",
                "en | THREAT | we know where you work",
                "en | THREAT | I know which train your support guy takes home",
                "en | THREAT | I know where your shop is and when you close",
                "en | THREAT | One day somebody will burn down that office of yours",
                "en | THREAT | This will end badly for you",
                "en | THREAT | I know where your office is, I will come with a bat",
                "de | THREAT | Ich weiß, welchen Zug euer Supportmensch nimmt",
                "de | THREAT | Irgendwann zündet euch jemand die Bude an",
                "de | THREAT | Das wird für euch böse enden",
                "fr | THREAT | On va se retrouver, vous et moi, et ça va mal finir",
                "fr | THREAT | Je sais quel train votre conseiller prend",
                "es | THREAT | Sé dónde está vuestra tienda y a qué hora cerráis",
                "es | THREAT | Sé qué tren coge vuestro agente",
                "es | THREAT | Algún día alguien os quema la tienda",
                "it | THREAT | Prima o poi qualcuno vi brucia l'ufficio",
                "it | THREAT | So dove avete il negozio e a che ora chiudete",
                "pt | THREAT | Sei qual ônibus o seu atendente pega",
                "pt | THREAT | Isso vai acabar mal para vocês",
                "nl | THREAT | Ik weet welke trein jullie medewerker neemt",
                "nl | THREAT | Straks loopt het slecht voor jullie af",
                "en | CONTEMPT | My dog could run a better help desk",
                "en | CONTEMPT | Did a monkey write this answer?",
                "en | CONTEMPT | somebody with a functioning brain",
                "en | CONTEMPT | you pathetic excuse for a support team",
                "en | CONTEMPT | Shame on you",
                "en | CONTEMPT | Get off your asses",
                "de | CONTEMPT | Schämt euch",
                "en | HOSTILE_EMOJI | 🖕🖕 bye",
                "en | HOSTILE_EMOJI | your team 🤡",
                "en | ANGRY_EMOJI | down again 😡",
                "en | SHOUTING | WHERE IS MY ORDER!!!",
                "en | SHOUTING | THIS DOES NOT WORK",
                "de | SHOUTING | WARUM ANTWORTET HIER NIEMAND???",
                "es | SHOUTING | MI PEDIDO NO HA LLEGADO",
                "it | SHOUTING | RISPONDETE AL TELEFONO SUBITO!",
                "fr | SHOUTING | TROIS SEMAINES QUE J'ATTENDS MON COLIS ET VOUS ME PARLEZ DE DÉLAIS",
            })
    void findsWhatIsHostile(String language, SignalKind kind, String text) {
        // When
        Set<SignalKind> kinds = kinds(language, text);

        // Then
        assertTrue(kinds.contains(kind), () -> text + ": " + kinds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | PRAISE_ROUGH | this update is fucking awesome",
                "en | PRAISE_ROUGH | your release is the bomb",
                "en | PRAISE_ROUGH | badass customer care tonight",
                "en | PRAISE_ROUGH | the new planner is stupid fast",
                "en | PRAISE_ROUGH | holy shit this new dashboard is insanely good, you bastards nailed it",
                "en | PRAISE_ROUGH | Damn, you folks are fast. Ticket closed in 4 minutes!!",
                "en | PRAISE_ROUGH | fuck me, that was quick",
                "de | PRAISE_ROUGH | verdammt, seid ihr schnell",
                "de | PRAISE_ROUGH | Ihr Schweine habt es echt geschafft",
                "fr | PRAISE_ROUGH | putain vous êtes rapides, bravo",
                "fr | PRAISE_ROUGH | bande de salauds, vous avez assuré",
                "es | PRAISE_ROUGH | joder, qué rápidos sois",
                "es | PRAISE_ROUGH | cabrones, lo habéis clavado",
                "it | PRAISE_ROUGH | cazzo, che veloci",
                "it | PRAISE_ROUGH | bastardi, avete spaccato",
                "pt | PRAISE_ROUGH | caralho, vocês são rápidos demais",
                "pt | PRAISE_ROUGH | desgraçados, vocês arrasaram",
                "nl | PRAISE_ROUGH | verdomme wat zijn jullie snel",
                "nl | PRAISE_ROUGH | jullie klootzakken hebben het hem geflikt",
                "en | TECHNICAL | How do I kill a zombie process?",
                "en | TECHNICAL | The dead letter queue has 120 poison messages",
                "en | TECHNICAL | brute force protection locks the user",
                "en | TECHNICAL | master and slave are out of sync",
                "en | TECHNICAL | the stupid backoff smoothing module",
                "en | NEGATED | you are not stupid, the manual is unclear",
                "en | NEGATED | I am not saying you are idiots",
                "de | NEGATED | Sie sind kein Idiot",
                "fr | NEGATED | elle n'était pas incompétente",
                "en | NEGATED | I never said you are useless",
                "en | NEGATED | nobody here thinks that you are crooks",
                "de | NEGATED | Ich sage nicht, dass ihr unfähig seid",
                "de | NEGATED | Ich habe nie gesagt, dass Sie Betrüger sind",
                "de | NEGATED | Das war kein Betrug, sondern mein Fehler",
                "fr | NEGATED | Je ne dis pas que vous êtes incompétents",
                "fr | NEGATED | Je n'ai jamais dit que vous étiez des voleurs",
                "fr | NEGATED | Vous n'êtes pas une bande d'escrocs",
                "es | NEGATED | No digo que sean inútiles",
                "es | NEGATED | Nunca dije que fueran unos ladrones",
                "it | NEGATED | Non sto dicendo che siete incompetenti",
                "it | NEGATED | Non siete dei ladri",
                "it | NEGATED | Non penso che siate dei ladri",
                "pt | NEGATED | Não estou dizendo que vocês são incompetentes",
                "pt | NEGATED | Vocês não são ladrões",
                "pt | NEGATED | Eu nunca disse que vocês são ladrões",
                "nl | NEGATED | Jullie zijn geen oplichters",
                "nl | NEGATED | Ik zeg niet dat jullie incompetent zijn",
                "nl | NEGATED | Ik heb nooit gezegd dat u een oplichter bent",
                "en | QUOTED | My colleague called your agent an idiot, I want to apologise for that.",
                "en | QUOTED | Sorry for calling you idiots last week",
                "en | QUOTED | I called your agent an idiot yesterday and I apologise",
                "de | QUOTED | Mein Chef schrieb \"ihr Vollidioten\", dafür entschuldige ich mich",
                "de | QUOTED | Mein Kollege hat Ihren Mitarbeiter einen Idioten genannt, das tut mir leid.",
                "de | QUOTED | Ich habe Sie gestern Idioten genannt, dafür möchte ich mich entschuldigen.",
                "de | QUOTED | Tut mir leid, dass ich euch Idioten genannt habe",
                "fr | QUOTED | Un client m'a dit « bande d'idiots », je ne partage pas son avis",
                "fr | QUOTED | Mon collègue a traité votre agent d'imbécile, je m'en excuse.",
                "fr | QUOTED | Désolé de vous avoir traités d'escrocs hier",
                "es | QUOTED | Mi compañero llamó idiota a su agente, pido disculpas.",
                "es | QUOTED | Perdón por haberles llamado ladrones ayer",
                "it | QUOTED | Il mio collega ha chiamato idiota il vostro operatore, mi scuso.",
                "it | QUOTED | Scusate se vi ho chiamato ladri",
                "pt | QUOTED | Meu colega chamou seu atendente de idiota, peço desculpas.",
                "nl | QUOTED | Mijn collega noemde jullie medewerker een idioot, mijn excuses daarvoor.",
                "nl | QUOTED | Sorry dat ik jullie oplichters noemde",
                "en | ERRAND | I know where your office is, can I pick it up there?",
                "en | ERRAND | I don't know where your office is",
                "de | ERRAND | Ich weiß, wo ihr Büro ist, kann ich dort abholen?",
                "de | ERRAND | Können Sie mir sagen, wo Sie sitzen?",
                "fr | ERRAND | je sais où sont vos bureaux, puis-je venir retirer le colis ?",
                "es | ERRAND | No sé dónde está su oficina",
                "es | ERRAND | Sé dónde está su oficina, ¿puedo recoger el paquete allí?",
                "it | ERRAND | Non so dove avete l'ufficio",
                "pt | ERRAND | Sei onde fica a loja, posso retirar lá?",
                "nl | ERRAND | Ik weet waar jullie kantoor is, kan ik het daar ophalen?",
                "nl | ERRAND | Ik weet niet waar jullie kantoor is",
                "en | NEGATED | Nobody says you are liars",
                "de | NEGATED | Niemand sagt, dass Sie unfähig sind",
                "es | NEGATED | Nadie dice que sois unos estafadores",
                "it | NEGATED | Nessuno dice che siete dei truffatori",
                "nl | NEGATED | Niemand zegt dat jullie dieven zijn",
                "en | QUOTED | A user posted \"this company is a bunch of scammers\" in our forum",
                "en | QUOTED | my boss called me a moron",
                "de | QUOTED | ein Nutzer schrieb \"ihr seid Betrüger\"",
                "en | NAME | please add our colleague Dick Assmann",
                "en | NAME | a reply to Mr Dick",
                "en | NAME | Wicked Idiots Theatre would like a quote",
                "en | SELF | I'm an idiot, found the button",
                "en | SELF | my stupid mistake",
                "de | SELF | ich blöde Kuh hab das Passwort vergessen",
                "nl | PRAISE_ROUGH | die nieuwe planner is gestoord goed",
                "nl | PRAISE_ROUGH | vette update",
                "pt | PRAISE_ROUGH | o app ficou foda demais",
                "pt | PRAISE_ROUGH | que atualização foda",
                "fr | PRAISE_ROUGH | putain c'est génial",
                "fr | PRAISE_ROUGH | votre chanteur est une bête de scène",
                "es | PRAISE_ROUGH | la actualización va de puta madre",
                "de | PRAISE_ROUGH | verdammt, scheiße ist das geil",
                "it | PRAISE_ROUGH | che figata",
                "it | PRAISE_ROUGH | il nuovo sito è una bomba",
                "en | NAME | your Mr. Dick called",
                "de | NAME | Ihr Herr Fick hat angerufen",
                "de | NAME | Frau Schlampen wartet auf Antwort",
                "fr | NAME | une réponse pour Mme Salope",
                "de | NAME | Lieferung nach Fick bei Dorfen",
                "fr | LEGAL_CIVIL | Je vous mets en demeure de me rembourser",
                "fr | LEGAL_CIVIL | La mise en demeure a été envoyée",
                "fr | LEGAL_CIVIL | ceci est une mise en demeure",
                "it | LEGAL_CIVIL | riceverete una diffida",
                "es | LEGAL_CIVIL | presentaré una reclamación ante la OCU",
                "de | LEGAL_CIVIL | Wir setzen Ihnen eine Frist zur Nachbesserung",
                "en | LEGAL_CIVIL | Our legal department has been informed",
                "en | LEGAL_CIVIL | Our lawyers will be in touch",
            })
    void tellsWhatOnlyLooksHostile(String language, SignalKind guard, String text) {
        // When
        Set<SignalKind> kinds = kinds(language, text);

        // Then
        assertTrue(kinds.contains(guard), () -> text + ": " + kinds);
        assertEquals(Set.of(), against(kinds), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Do you commit the whole directory or do you pick a part?",
                "en | Just give it a try, you will not regret it.",
                "en | Does anyone know where your settings are kept?",
                "en | We save a bunch of useless writes",
                "en | Please kill the idle sessions and terminate the worker",
                "en | I need to terminate my account.",
                "en | How do I set up an account for my children?",
                "en | Scunthorpe is not in your list of towns",
                "en | How do we report words such as bastard and moron to your filter?",
                "de | Der Hund ist nicht in der Rechnung",
                "de | Bitte senden Sie Ihrem Techniker die Nummer",
                "fr | Mise en demeure : le système est incapable de lire le fichier",
                "es | Pinche en el enlace, por favor",
                "en | We know where the fault is",
                "en | oh shit, your parcel came",
                "de | Sie werden mit Bussen befördert",
                "de | Unsere Mongo läuft in Version 6",
                "fr | Nous livrons à votre demeure",
                "fr | les produits que vous avez vendus",
                "es | sus ingresos brutos",
                "es | Son brutos exportadores de grano",
                "nl | De verbinding is gestoord",
                "nl | jullie lijn is gestoord",
                "nl | Twee pannenkoeken besteld bij jullie",
                "pt | O consumidor foi lesado",
                "pt | O seu rato não funciona",
                "fr | Le dictionnaire mongol est-il en stock ?",
                "fr | Votre dictionnaire mongol",
                "pt | Vocês têm dicionário mongol?",
                "es | Busco un diccionario mongol",
                "nl | Ik zoek een Mongool als tolk",
                "de | Wir suchen einen Mongolen als Dolmetscher",
                "de | Die Verbindung ist gestört",
                "de | Ihr Anschluss ist gestört",
                "en | 🙄",
                "en | you again 🙄",
                "fr | je sais où est votre magasin",
                "fr | On va se retrouver sans internet",
                "en | Do you know which train your driver takes?",
                "en | We know which bus goes to the airport",
                "en | Could this end badly for our data?",
                "es | No sé qué tren coger",
                "it | Ho paura che finisca male per il server",
                "it | Il burro non è arrivato",
                "nl | De verrekening klopt niet, er is iets met de takken",
            })
    void leavesAloneWhatIsCivil(String language, String text) {
        // When
        Set<SignalKind> kinds = kinds(language, text);

        // Then
        assertEquals(Set.of(), against(kinds), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | WHERE CAN I FIND MY CUSTOMER NUMBER???",
                "en | I WANT TO KNOW WHERE MY ORDER IS",
                "de | WO FINDE ICH MEINE KUNDENNUMMER???",
                "fr | OU EST MA FACTURE DE MARS ?",
                "es | QUIERO SABER DONDE ESTA MI PEDIDO",
                "it | DOVE TROVO LA MIA FATTURA",
                "pt | GOSTARIA DE SABER ONDE ESTA MEU PEDIDO",
                "nl | WAAR VIND IK MIJN FACTUUR???",
            })
    void aRequestInCapitalsIsNoShout(String language, String text) {
        assertEquals(Set.of(), kinds(language, text), text);
    }

    @Test
    void placesASignalByItsTokens() {
        // Given
        Tokens tokens = Tokens.of("Well, fix it you id1ot!");

        // When
        List<Signal> signals = RULES.read(tokens, Language.EN);

        // Then
        Signal signal = signals.get(0);
        assertEquals(SignalKind.INSULT_AT_PERSON, signal.kind());
        assertEquals("id1ot", tokens.written(signal.lastToken()));
    }

    @Test
    void tellsOneInsultOnce() {
        // When
        List<Signal> signals = RULES.read(Tokens.of("you are an idiot"), Language.EN);

        // Then
        assertEquals(1, signals.size(), signals::toString);
    }

    @ParameterizedTest
    @CsvSource({"UND", "AR", "HI"})
    void readsAnyOtherLanguageAsEnglish(Language language) {
        // When
        Set<SignalKind> kinds = kinds(language.code(), "fuck you");

        // Then
        assertTrue(kinds.contains(SignalKind.TELL_OFF));
    }

    @Test
    void readsNothingInNothing() {
        assertEquals(List.of(), RULES.read(Tokens.of(""), Language.EN));
    }

    private static Set<SignalKind> kinds(String language, String text) {
        return RULES.read(Tokens.of(text), Language.of(language)).stream()
                .map(Signal::kind)
                .collect(Collectors.toSet());
    }

    private static Set<SignalKind> against(Set<SignalKind> kinds) {
        return kinds.stream().filter(AGAINST_PEOPLE::contains).collect(Collectors.toSet());
    }
}
