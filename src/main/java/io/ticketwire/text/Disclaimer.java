package io.ticketwire.text;

import java.util.List;
import java.util.regex.Pattern;

/** The paragraph that lawyers want below every mail. */
final class Disclaimer {

    static final int MOST_LINES = 40;

    /** Characters that are looked at. */
    private static final int BEGINNING = 1_000;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern OPENING = Pattern.compile(
            "[^\\p{L}]{0,20}(?:(?:legal |confidentiality |important )?(?:notice|disclaimer)\\b|confidential(?:ity)?\\b|important[:!]|privacy\\b"
                    + "|(?:the )?(?:contents? of |information (?:contained )?in )?th(?:is|e) (?:e-?mail|message|communication|transmission|electronic)"
                    + "|if you (?:are not the|have received this|received this)|any (?:unauthori[sz]ed|views|use|dissemination)|the information (?:contained )?in this"
                    + "|diese (?:e-?mail|nachricht|mail|information)|der inhalt dieser|vertraulich|wichtiger hinweis|rechtlicher hinweis|haftungsausschluss|sollten sie nicht|wenn sie nicht|falls sie nicht|die in dieser"
                    + "|ce(?:t|tte)? (?:message|e-?mail|courriel|courrier|communication)|les informations contenues|avis de confidentialité|si vous n['’]êtes pas|confidentialité"
                    + "|este (?:mensaje|correo|e-?mail)|la información contenida|el contenido de este|aviso (?:legal|de confidencialidad)|si (?:usted )?no es|aviso de confidencialidade|esta mensagem|este correio|as informações contidas"
                    + "|(?:il )?(?:presente|contenuto di questo) (?:messaggio|e-?mail)|quest[oa]['’]? ?(?:messaggio|e-?mail)|le informazioni contenute|avviso di riservatezza|ai sensi"
                    + "|d(?:it|eze) (?:bericht|e-?mail|boodschap)|de informatie (?:verzonden )?(?:in|met) d|de inhoud van d)",
            FLAGS);

    private static final Pattern SECRET = Pattern.compile(
            "confidential|privileged|proprietary|vertraulich|rechtlich geschützt|confidenti?el|secret professionnel|confidencia[li]|riservat|confidenziali|vertrouwelijk",
            FLAGS);

    private static final Pattern READER = Pattern.compile(
            "recipient|addressee|intended|delete|disclos|adressat|empfänger|bestimmt|irrtümlich|lösch|vernicht|destinataire|supprim|détruire|destinatari|destinatár|elimin|borr|cancell|distrugg"
                    + "|vietat|geadresseerde|ontvanger|verwijder|vernietig|bestemd",
            FLAGS);

    private static final Pattern RECEIVED_BY_MISTAKE = Pattern.compile(
            "(?:received|erhalten|reçu|recibid|ricevut|ontvangen|recebid)\\p{L}*.{0,60}(?:error|mistake|irrtümlich|erreur|error|errore|abusivement|vergissing|engano|equivocaci)"
                    + "|not the intended (?:recipient|addressee)|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|pas le destinataire",
            FLAGS);

    private static final Pattern NOT_LIABLE = Pattern.compile(
            "(?:accepts? no|(?:can ?not|do(?:es)? not|can['’]t) (?:therefore )?accept(?: any)?) (?:legal )?(?:liability|responsibility)"
                    + "|no (?:liability|responsibility) (?:is|can be|will be) accepted",
            FLAGS);

    private static final Pattern OF_MAIL = Pattern.compile(
            "\\b(?:(?:th(?:is|e)|any|its) (?:e-?mail|message|communication|transmission|attachment)|virus(?:es)?\\b)",
            FLAGS);

    /** Whoever speaks to somebody complains that nobody is liable. */
    private static final Pattern SPEAKS = Pattern.compile("\\b(?:I|me|my|your|told|say|says|said)\\b", FLAGS);

    private Disclaimer() {}

    static boolean is(List<Line> paragraph) {
        StringBuilder said = new StringBuilder();
        for (Line line : paragraph) {
            said.append(line.said(), 0, Math.min(line.said().length(), BEGINNING))
                    .append(' ');
            if (said.length() > BEGINNING) {
                said.setLength(BEGINNING);
                break;
            }
        }
        return said.indexOf("?") < 0 && (isSecret(said) || isNotLiable(said));
    }

    private static boolean isNotLiable(StringBuilder said) {
        return NOT_LIABLE.matcher(said).find()
                && OF_MAIL.matcher(said).find()
                && !SPEAKS.matcher(said).find();
    }

    private static boolean isSecret(StringBuilder said) {
        return OPENING.matcher(said).lookingAt()
                && (SECRET.matcher(said).find() && READER.matcher(said).find()
                        || RECEIVED_BY_MISTAKE.matcher(said).find());
    }
}
