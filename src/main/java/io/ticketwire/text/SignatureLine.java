package io.ticketwire.text;

import java.util.regex.Pattern;

/** What the lines of signatures look like, in the languages that customers write in most. */
final class SignatureLine {

    private static final int SHORTEST_REGARDS = 6;

    /** Words. */
    private static final int SHORTEST_SENTENCE = 4;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String REGARDS =
            "(?:(?:kind|best|warm|kindest|warmest|with (?:kind|best)|many)(?:est)? )?regards|(?:all the )?best(?: wishes)?"
                    + "|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|yours|cheers|respectfully|kind regards and thanks|rgds|brgds|br"
                    + "|(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|schönen?|vielen|viele|sonnigen?) gr(?:ü|ue)(?:ß|ss)(?:en?)?(?: aus \\p{L}{2,30})?"
                    + "|hochachtungsvoll|gr(?:ü|ue)(?:ß|ss)e|gr(?:u|ü)(?:ß|ss)|mfg|lg|vg|bg|freundlich grüsst|freundliche grüsse"
                    + "|(?:bien |très )?cordialement(?: vôtre)?|(?:meilleures|sincères|cordiales|respectueuses) salutations|salutations(?: distinguées| cordiales)?"
                    + "|recevez,? .{0,80}|bien à (?:vous|toi)|cdlt|amicalement|sincèrement|bonne (?:journée|soirée)"
                    + "|(?:un )?(?:cordial(?:es)? |afectuoso )?saludos?(?: cordiales?| atentos?| y gracias)?|atentamente|atte|un abrazo|cordialmente"
                    + "|(?:cordiali|distinti|migliori|cari|i migliori|un cordiale) salut[io]|cordialità|(?:grazie e )?(?:cordiali )?saluti|buona giornata"
                    + "|(?:met )?(?:vriendelijke|hartelijke) (?:groet(?:en)?|groeten)|mvg|groet(?:en|jes)?|hoogachtend|m\\. ?v\\. ?g"
                    + "|(?:obrigad[oa]s? e )?atenciosamente|cumprimentos|(?:com os )?(?:melhores|meus) cumprimentos|att|abs|(?:um )?(?:grande |forte )?abraços?|cordiais saudações|saudações(?: cordiais)?|respeitosamente|até (?:breve|logo)|sem mais(?: (?:para|no) (?:o )?momento)?"
                    + "|(?:z )?(?:poważaniem|wyrazami szacunku)|pozdrawiam(?: serdecznie)?|pozdrowienia"
                    + "|(?:med )?(?:vänlig|vänliga|bästa) hälsning(?:ar)?|mvh|hälsningar|(?:med )?venlig hilsen|(?:med )?vennlig hilsen|hilsen|vh"
                    + "|с уважением|s pozdravem|ystävällisin terveisin|saygılarımla|敬具|よろしくお願いいたします|此致|祝好";

    /** Of French letters; it is longer than any other, and may thank before. */
    private static final Pattern AGREER = Pattern.compile(
            "(?:(?:dans l[’']attente|en vous (?:remerciant|souhaitant)|avec mes remerciements)[^.?!]{0,80}, ?)?"
                    + "(?:veuillez(?: bien)?|je vous prie (?:de bien vouloir|d[’']|de)|nous vous prions (?:de bien vouloir|d[’']|de)) ?"
                    + "agréer[ ,][^.?!]{0,140}[^\\p{L}\\p{N}?]{0,8}",
            FLAGS);

    private static final String THANKS =
            "(?:many |so many )?thanks(?: a lot| so much| (?:very|so) much| again| in advance)?(?: and (?:kind |best )?regards)?"
                    + "|thank you(?: (?:very|so) much| again| in advance)?(?: and (?:kind |best )?regards)?|thx|ty|tia"
                    + "|(?:vielen |herzlichen |besten )?dank(?: im voraus| vorab)?(?: und (?:viele |beste |liebe |freundliche )?gr(?:ü|ue)(?:ß|ss)e?)?|danke(?: schön| im voraus)?"
                    + "|merci(?: beaucoup| d['’]avance| par avance)?|(?:muchas |mil )?gracias(?: de antemano| por adelantado| y saludos)?"
                    + "|(?:molte |tante )?grazie(?: mille| in anticipo)?|(?:heel )?(?:erg )?bedankt(?: alvast)?|alvast bedankt|(?:veel |hartelijk )?dank"
                    + "|(?:muito )?(?:obrigad[oa]|grat[oa])(?: desde já| pela atenção| e (?:um )?abraços?)?|(?:desde já,? )?agradeço(?: desde já| (?:pel)?a atenção)?|dziękuję|tack(?: på förhand)?|(?:mange )?takk?|спасибо";

    private static final Pattern CLOSING =
            Pattern.compile("(?:" + REGARDS + "|" + THANKS + ")[^\\p{L}\\p{N}?]{0,8}", FLAGS);

    private static final Pattern ONLY_REGARDS = Pattern.compile("(?:" + REGARDS + ")[^\\p{L}\\p{N}?]{0,8}", FLAGS);

    private static final Pattern CLOSING_WITH_NAME = Pattern.compile(
            "(?:(?iu:" + REGARDS + "|" + THANKS + ") ?[,!\\u2013-] ?|(?iu:" + REGARDS + ") )(\\p{Lu}.{0,40})");

    private static final Pattern DASHED_NAME = Pattern.compile("(?:[\\u2013\\u2014]|--) ?(\\p{Lu}.{0,40})");

    /** In two languages: {@code Mit freundlichen Grüßen / Kind regards}. */
    private static final Pattern BOTH = Pattern.compile(" [/|] ");

    private static final Pattern NAME = Pattern.compile(
            "[*_]{0,2}(?:/|- ?)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Dipl|Ing|Herr|Frau|i\\. ?A|i\\. ?V|ppa)[.:]? ?){0,3}"
                    + "\\p{Lu}[\\p{L}.'’-]{0,24}(?: (?:(?:de|del|della|di|da|do|dos|van|von|der|den|zu|la|le|el|bin|al|y|e|und|and|&) ){0,2}\\p{Lu}[\\p{L}.'’-]{0,24}){0,4}"
                    + "[*_]{0,2}(?:,? (?:PhD|MBA|MD|M\\.Sc\\.|B\\.Sc\\.))?(?: \\([A-Za-z]{2,5}(?:/[A-Za-z]{2,5}){1,2}\\))?,?");

    private static final Pattern CJK_NAME = Pattern.compile("[\\u3040-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7AF・ ]{1,12}");

    private static final Pattern BEHIND_NAME = Pattern.compile(" ?[|,/\\u2013\\u2022\\u00B7] ?| - ");

    private static final Pattern SENTENCE = Pattern.compile(".*(?:\\p{L}{3,}[.?!…]{1,3}|\\p{L}!{1,3})");
    private static final Pattern POSTSCRIPT = Pattern.compile("(?:p\\. ?s\\.?|ps|nb|p\\.-s\\.)[ :.].*", FLAGS);

    /** What is said below the name after all: {@code Order number: 4711}. */
    private static final Pattern DETAIL = Pattern.compile(
            "(?:order|serial|invoice|ticket|account|customer|ref(?:erence)?\\b|case|booking|tracking|model|version|error|contract|kunden|auftrag|bestell|rechnung|vertrag|serien|buchung"
                    + "|fehler|commande|facture|client|contrat|dossier|pedido|factura|cliente|contrato|ordine|fattura|bestelling|factuur|klant|encomenda|fatura|zamówieni|faktur).*[\\d:#].*",
            FLAGS);

    private static final Pattern FIND_ME = Pattern.compile(
            ".*(?:@|www\\.|https?://|\\+\\d|\\b(?:tel|telefon|phone|fon|mobil|mobile|cell|fax|direct|t[ée]l[ée]phone|m[óo]vil|gmbh|inc|ltd|llc|lda|ltda|corp|plc|srl|sarl|sas|tlm|cel|kvk|siret|s\\.?a\\.?r\\.?l|b\\.v|ag|co|ust-id|hrb|amtsgericht)\\b).*",
            FLAGS);

    private static final Pattern FOOTER = Pattern.compile(
            "[-_ *]{0,5}(?:(?:sent|send) (?:from|via|with|using) (?:my |a |the |mail for |yahoo|outlook|proton|samsung|gmail|aol|spark|iphone|ipad|mailbird|zoho|front|tutanota|superhuman|airmail|windows|android|fastmail|typeapp)[^,;:?]{0,60}"
                    + "(?:[,;] ?(?:please )?(?:excuse|pardon|forgive|sorry|apologies).{0,80})?|sent from [^,;:?]{2,40}<https?://[^\\s>]{3,100}>"
                    + "|get (?:outlook|bluemail) for .{0,80}|(?:holen|laden) sie (?:sich )?outlook für .{0,80}|outlook für (?:ios|android).{0,60}"
                    + "|(?:von|aus) (?:meinem|meiner) .{2,60} (?:gesendet|versendet|geschickt|verschickt)|gesendet (?:von|mit|über|aus) .{2,80}|diese nachricht wurde von meinem .{2,80} gesendet\\.?"
                    + "|envoyé (?:de mon|de ma|depuis|à partir de|avec|via) .{2,80}|(?:télécharger|obtenez|téléchargez) outlook pour .{0,80}|provenance : courrier pour .{0,40}"
                    + "|enviado (?:desde|de mi|do meu|da minha|a partir do|a partir de|pelo|via|con|com) .{2,80}|(?:obtener|obtenga|descargar|obter|obtenha|baixar) (?:o )?outlook para .{0,80}"
                    + "|inviato (?:da|dal mio|dalla mia|con) .{2,80}|(?:scarica|ottieni) outlook per .{0,80}"
                    + "|verstuurd vanaf .{2,80}|verzonden (?:vanaf|met|via|vanuit) .{2,80}|verstuurd met .{2,80}|(?:download|outlook) voor .{0,80}|outlook voor .{0,60}"
                    + "|wysłane z .{2,80}|pobierz outlook.{0,80}|skickat från .{2,80}|sendt fra .{2,80}|hämta outlook.{0,80}|hent outlook.{0,80}|lähetetty .{2,60}"
                    + "|отправлено с .{2,80}|отправлено из .{2,80}|odesláno z .{2,80}|trimis de pe .{2,80}|iphoneから送信|.{0,20}から送信|发自我的.{1,40}|從我的 ?.{1,30}(?:傳送|寄出)|나의 .{1,30}에서 보냄"
                    + "|(?:this e-?mail has been checked for viruses|diese e-?mail wurde von .{1,40} auf viren|virus-free|virenfrei|garanti sans virus|libre de virus|virusvrij|privo di virus).{0,160}"
                    + "|th(?:is|e) (?:e-?mail|message) (?:was|has been) (?:scanned|checked) .{0,160}|.{0,80}(?:registered in .{2,40} (?:no|number|company)\\b|registered in [\\p{L} &]{2,40}[:,(]{0,2} ?\\d{5,}|registered office:|sitz der gesellschaft|registergericht|siège social|sede legale|domicilio social).{0,160}|(?:please consider the environment|think before you print|bitte (?:denken sie an die umwelt|prüfen sie)|pensez à l['’]environnement|avant d['’]imprimer|antes de imprimir).{0,160})[.! *_]{0,3}",
            FLAGS);

    private SignatureLine() {}

    static boolean isClosing(String said) {
        return isAgreer(said)
                || said.length() <= 80
                        && (CLOSING.matcher(said).matches()
                                || BOTH.matcher(said).find()
                                        && BOTH.splitAsStream(said).allMatch(part -> CLOSING.matcher(part)
                                                .matches()));
    }

    /**
     * Whether it greets only, and does not thank: then nothing is lost with it even where no name follows. Not the short ones:
     * LG also makes printers.
     */
    static boolean isRegards(String said) {
        return isAgreer(said)
                || said.length() >= SHORTEST_REGARDS
                        && said.length() <= 80
                        && ONLY_REGARDS.matcher(said).matches();
    }

    private static boolean isAgreer(String said) {
        return said.length() <= Line.MOST && AGREER.matcher(said).matches();
    }

    static boolean isClosingWithName(String said) {
        if (said.length() > 100) {
            return false;
        }
        var closing = CLOSING_WITH_NAME.matcher(said);
        return closing.matches() && isName(closing.group(1));
    }

    /** What people put below a few lines: {@code — Ann}. */
    static boolean isDashedName(String said) {
        var name = DASHED_NAME.matcher(said);
        return said.length() <= 80 && name.matches() && isName(name.group(1));
    }

    /** The same with a hyphen, {@code - Ann}: only where it is no item of a list. */
    static boolean isHyphenedName(String said) {
        return said.length() <= 40
                && said.startsWith("-")
                && words(said) <= 4
                && NAME.matcher(Line.stripped(said.substring(1))).matches();
    }

    static boolean isName(String said) {
        return said.length() <= 80
                && (NAME.matcher(said).matches() || CJK_NAME.matcher(said).matches());
    }

    /** A name, perhaps with a title behind it: {@code Ann Example, Director}. */
    static boolean isNameAndMore(String said) {
        return said.length() <= 120 && (isName(said) || isName(BEHIND_NAME.split(said, 2)[0].strip()));
    }

    /** Whether it can be the first line of a signature: {@code Ann Example | Director}, {@code rick}. */
    static boolean beginsWithName(String said) {
        return said.length() <= 120 && said.indexOf(' ') < 0 || isNameAndMore(said);
    }

    /** Whether it can stand below a name: a title, a company, a number, an address, but no sentence. */
    static boolean mayFollowName(String said) {
        if (said.length() > 120
                || POSTSCRIPT.matcher(said).matches()
                || DETAIL.matcher(said).find()
                || asks(said)) {
            return false;
        }
        boolean begins = !Character.isLowerCase(said.charAt(0)) || isName(said);
        return FIND_ME.matcher(said).matches()
                || begins
                        && (words(said) <= 8 || Titled.is(said))
                        && !SENTENCE.matcher(said).matches();
    }

    /** Whether it is prose: no slogan, and nothing that programs add. */
    static boolean isSentence(String said) {
        if (said.length() > Line.MOST) {
            return true;
        }
        return !isFooter(said)
                && words(said) >= SHORTEST_SENTENCE
                && (asks(said) || SENTENCE.matcher(said).matches());
    }

    /** Whether somebody wants something. */
    static boolean asks(String said) {
        return said.endsWith("?") || said.endsWith("？");
    }

    /** What programs add: which device it was written on, which program found no virus. */
    static boolean isFooter(String said) {
        boolean begins = !Character.isLowerCase(said.charAt(0)) || said.startsWith("iPhone");
        return begins && said.length() <= 240 && FOOTER.matcher(said).matches();
    }

    private static int words(String said) {
        return said.split("\\s+").length;
    }
}
