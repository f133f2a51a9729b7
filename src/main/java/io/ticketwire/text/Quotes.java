package io.ticketwire.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which lines of a mail are quoted.
 *
 * <pre>
 *   lines with >, or that the HTML says are quoted,
 *   and the attribution above them ------------------> quoted; what is between such blocks is an answer
 *   an attribution, Outlook's headers or what its
 *   HTML says of them, "Original Message", "reply
 *   above this line"
 *        something new above ------------------------> quoted, to the end
 *        nothing ------------------------------------> new: what is passed on has the same form
 *   "Forwarded message" -----------------------------> new, to the end, whatever it holds
 * </pre>
 */
public final class Quotes {

    private static final Pattern ORIGINAL = Pattern.compile(
            "[-_=*\\u2010-\\u2015 >]{2,80}(?:Original[- ]?Message|Reply Message|Ursprüngliche (?:Nachricht|E-?Mail|Mail)"
                    + "|Original-?nachricht|Message d['’]origine|Message original|Mensaje original"
                    + "|Messaggio originale|Oorspronkelijk bericht|Origineel bericht|Mensagem original|Wiadomość oryginalna"
                    + "|Oryginalna wiadomość|Ursprungligt meddelande|Original ?meddelande|Oprindelig (?:meddelelse|besked)|Original meddelelse"
                    + "|Opprinnelig melding|Alkuperäinen viesti|Původní (?:zpráva|e-mail)|Исходное сообщение"
                    + "|Оригинальное сообщение|元のメッセージ|原始邮件|原始郵件|邮件原件|Orijinal (?:Mesaj|İleti)|원본 (?:메시지|메일)"
                    + "|Eredeti üzenet|Mesaj original|Isi Pesan Asli)[-_=*\\u2010-\\u2015 :]{2,80}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FORWARDED = Pattern.compile(
            "[-_=*\\u2010-\\u2015 ]{2,80}(?:Forwarded (?:message|mail|by)|Weitergeleitete (?:Nachricht|E-?Mail|Mail)"
                    + "|Message transf[ée]r[ée]|Message réexpédié|Mensaje reenviado|Mensaje original reenviado|Messaggio inoltrato"
                    + "|Doorgestuurd bericht|Mensagem encaminhada|Vidarebefordrat (?:meddelande|mail)|Videresendt (?:meddelelse|melding|besked)"
                    + "|Wiadomość przekazana|Przekazana wiadomość|Přeposlaná zpráva|Välitetty viesti|Edelleenlähetetty viesti"
                    + "|Пересылаемое сообщение|Пересланное сообщение|转发的邮件|转发邮件信息|轉寄的郵件|転送メッセージ|転送されたメッセージ|전달된 메시지"
                    + "|Yönlendirilen ileti|Továbbított üzenet|Mesaj redirecționat)\\b.{0,80}"
                    + "|(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-?Mail)"
                    + "|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato"
                    + "|Begin doorgestuurd bericht|Início da mensagem (?:encaminhada|reencaminhada)|Vidarebefordrat brev"
                    + "|Start på videresendt (?:besked|melding)|Videresendt melding|Początek przekazywanej wiadomości"
                    + "|Начало переадресованного сообщения|転送されたメッセージ|开始转发的邮件|以下是转发的邮件) ?[:：]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** How Gmail passes a mail on, in any language. */
    private static final Pattern DASHED = Pattern.compile("-{8,12} ?\\p{L}.{0,60}\\p{L} ?-{8,12}");

    private static final Pattern REPLY_ABOVE = Pattern.compile(
            "(?:[^\\p{L}]{0,40}(?:please |bitte |veuillez |por favor,? |per favore |alstublieft )?"
                    + "(?:(?:type|write|enter|add) your (?:reply|response|answer|message) above this line|reply above this line"
                    + "|(?:to reply|reply),? (?:please )?(?:type|write) above this line|do not (?:write|type) below this line"
                    + "|(?:geben|schreiben) sie ihre antwort (?:bitte )?(?:über|oberhalb) dieser (?:zeile|linie)(?: ein)?"
                    + "|antwort (?:bitte )?(?:über|oberhalb) dieser (?:zeile|linie)(?: eingeben| schreiben)?"
                    + "|(?:saisir|saisissez|écrire|écrivez|taper|tapez|entrez) votre réponse au-dessus de cette ligne"
                    + "|répondre au-dessus de cette ligne|(?:escriba|escribe|introduzca|ingrese) su (?:respuesta|contestación) (?:encima|por encima|arriba) de esta línea"
                    + "|(?:digitare|digita|scrivi|scrivere|inserire) la (?:tua |sua )?risposta (?:sopra|al di sopra di) (?:questa|a questa) (?:riga|linea)"
                    + "|(?:typ|schrijf|voer) (?:uw|je) (?:antwoord|reactie) boven deze (?:regel|lijn)(?: in)?"
                    + "|(?:digite|escreva|insira) (?:a )?sua resposta acima (?:desta|dessa) linha)[^\\p{L}]{0,40})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "See below" above Outlook's headers: that is how Outlook passes a mail on. */
    private static final Pattern PASSES_ON = Pattern.compile(
            "(?<!\\p{L})(?:see below|(?:see|read) (?:the )?(?:e-?mail|message|mail|thread) below|forward(?:ed|ing)|siehe unten|s\\. ?u\\."
                    + "|weitergeleitet|weiterleit\\p{L}*|leite (?:ich )?(?:\\p{L}+ ){0,3}weiter|ci-dessous|voir plus bas|transf[ée]r[ée]|más abajo"
                    + "|a continuación|ver abajo|reenvío|di seguito|qui sotto|inoltro|zie onder(?:staand)?|hieronder|doorgestuurd"
                    + "|segue abaixo|veja abaixo|encaminho)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Passes on only where nothing else is said in the line, or something asked: "FYI, it is still broken" is an answer. */
    private static final Pattern FYI = Pattern.compile(
            "^(?:[\\p{L}@.]{1,30}[ ,:]{1,3}){0,3}(?:fyi|for your info(?:rmation)?|fwd|zur (?:info(?:rmation)?|kenntnis)|z\\. ?K|pour info(?:rmation)?"
                    + "|ter info(?:rmatie)?)(?:[^\\p{L}\\p{N}\\n]{0,20}|[ ,:-].{0,160}\\?)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    private static final Pattern RULE = Pattern.compile("[_\\u2500-]{10,200}");

    /** Characters above a quote that are looked at, to see whether they only pass it on. */
    private static final int NOTE = 160;

    private final List<Line> lines;
    private final int[] next;
    private final BitSet quoted = new BitSet();
    private final StringBuilder above = new StringBuilder();
    private boolean attributed;

    /** The line before, blank ones left aside; null at the beginning. */
    private Line before;

    private Quotes(List<Line> lines) {
        this.lines = lines;
        this.next = new int[lines.size() + 1];
        next[lines.size()] = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            next[i] = lines.get(i).blank() ? next[i + 1] : i;
        }
    }

    /** The numbers of the quoted lines. */
    public static BitSet in(List<Line> lines) {
        Quotes quotes = new Quotes(lines);
        int i = 0;
        while (i < lines.size()) {
            i = quotes.read(quotes.next[i]);
        }
        return quotes.quoted;
    }

    /** @return the line to go on with */
    private int read(int i) {
        if (i == lines.size() || matches(FORWARDED, i) || isPassedOn(i)) {
            return lines.size();
        }
        if (lines.get(i).quoted()) {
            return readBlock(i);
        }
        Attribution attribution = Attribution.at(lines, i);
        if (attribution != null && isQuoted(next[i + attribution.lines()])) {
            attributed = true;
            int after = next[i + attribution.lines()];
            quoted.set(i, after);
            return after;
        }
        boolean answers = attribution != null && attribution.certain() || matches(REPLY_ABOVE, i);
        if (answers || matches(ORIGINAL, i) || headersAt(i)) {
            return above.length() == 0 ? keepHeading(i) : readRest(i, answers);
        }
        keep(i);
        return i + 1;
    }

    private boolean isPassedOn(int i) {
        return lines.get(i).origin() == Origin.QUOTE && matches(DASHED, i) && !matches(ORIGINAL, i);
    }

    private boolean isQuoted(int i) {
        return i < lines.size() && lines.get(i).quoted();
    }

    private int readRest(int i, boolean answers) {
        if (answers || !passesOn()) {
            quoted.set(i, lines.size());
        }
        return lines.size();
    }

    /** Goes past all of the headers: the second of them would look like the beginning of a quote. */
    private int keepHeading(int first) {
        int second = next[first + 1];
        boolean apart = second < lines.size() && !QuotedHeaders.at(lines, first) && QuotedHeaders.at(lines, second);
        int i = first;
        while (i < lines.size() && (i <= second && apart || !lines.get(i).blank())) {
            keep(i);
            i++;
        }
        return i;
    }

    private boolean headersAt(int i) {
        if (lines.get(i).origin() == Origin.OTHER_MAIL) {
            return true;
        }
        int first = matches(RULE, i) ? next[i + 1] : i;
        return first < lines.size() && QuotedHeaders.at(lines, first);
    }

    private boolean passesOn() {
        return above.length() <= NOTE
                && (PASSES_ON.matcher(above.toString().replace('\n', ' ')).find()
                        || FYI.matcher(above).find());
    }

    private void keep(int i) {
        if (lines.get(i).origin() == Origin.SIGNATURE) {
            return;
        }
        before = lines.get(i);
        if (above.length() <= NOTE) {
            above.append('\n').append(lines.get(i).said());
        }
    }

    private boolean matches(Pattern pattern, int i) {
        return !lines.get(i).tooLong() && pattern.matcher(lines.get(i).said()).matches();
    }

    private int readBlock(int first) {
        int last = first;
        for (int i = first; i < lines.size() && lines.get(i).quoted(); i = next[i + 1]) {
            last = i;
        }
        boolean certain = attributed || lines.get(first).origin() == Origin.QUOTE;
        if (certain || QuoteMarks.quote(lines, first, last, before)) {
            quoted.set(first, last + 1);
        } else {
            keep(first);
        }
        return last + 1;
    }
}
