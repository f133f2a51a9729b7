package io.ticketwire.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The block that Outlook and its like write above what they quote: From, Sent, To, Subject, each on its line. */
final class QuotedHeaders {

    /** With long lists of recipients over several lines. */
    private static final int MOST_LINES = 16;

    private static final int LONGEST_NAME = 24;

    private enum Kind {
        FROM,
        DATE,
        TO,
        SUBJECT,
        OTHER
    }

    private static final Map<String, Kind> KINDS = kinds();

    private QuotedHeaders() {}

    /** Whether a block begins at a line: it says who wrote, when, and to whom or about what, and nothing else. */
    static boolean at(List<Line> lines, int first) {
        Kind start = kind(lines.get(first));
        if (start == null || start == Kind.OTHER) {
            return false;
        }
        Set<Kind> seen = EnumSet.of(start);
        boolean address = lines.get(first).said().indexOf('@') >= 0;
        int blank = 0;
        int end = Math.min(lines.size(), first + MOST_LINES);
        for (int i = first + 1; i < end && !complete(seen, address); i++) {
            Line line = lines.get(i);
            Kind kind = kind(line);
            address |= line.said().indexOf('@') >= 0;
            if (kind != null) {
                seen.add(kind);
                blank = 0;
            } else if (line.blank() ? ++blank > 1 : blank > 0 || namesAnother(line)) {
                return false;
            }
        }
        return complete(seen, address);
    }

    /** Journeys have From, To and Date, too, but no subject and no address. */
    private static boolean complete(Set<Kind> seen, boolean address) {
        return seen.contains(Kind.FROM)
                && seen.contains(Kind.DATE)
                && (seen.contains(Kind.TO) && address || seen.contains(Kind.SUBJECT));
    }

    /** What a form of a website sends has other lines as well: Name, Phone, Message. */
    private static boolean namesAnother(Line line) {
        int colon = line.said().indexOf(':');
        return colon > 0 && colon <= LONGEST_NAME && line.said().indexOf('@') < 0;
    }

    private static Kind kind(Line line) {
        String said = line.said();
        int colon = said.indexOf(':');
        int wide = said.indexOf('：');
        int end = colon < 0 || wide >= 0 && wide < colon ? wide : colon;
        if (end <= 0 || end > LONGEST_NAME) {
            return null;
        }
        String name = said.substring(0, end).replace("*", "").replace(" ", "").replace('\u00A0', ' ');
        return KINDS.get(name.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        put(
                kinds,
                Kind.FROM,
                "from von de da van od från fra lähettäjä от 发件人 寄件者 寄件人 差出人 送信者 보낸사람 kimden feladó expéditeur mittente"
                        + " afzender remitente absender odesílatel nadawca från: expediteur");
        put(
                kinds,
                Kind.DATE,
                "sent date senton datesent gesendet gesendetam datum envoyé envoyéle envoye enviado enviadoel enviadaem enviada fecha data"
                        + " inviato datainvio verzonden verzondenop skickat sendt wysłano dato odesláno lähetetty päivämäärä päiväys отправлено дата"
                        + " 发送时间 发送日期 日期 时间 送信日時 日時 日付 寄件日期 傳送時間 보낸날짜 날짜 gönderildi tarih elküldve dátum trimis odoslané gönderilen messagedu");
        put(
                kinds,
                Kind.TO,
                "to an à a para aan do till til komu vastaanottaja кому 收件人 收件者 宛先 받는사람 kime címzett către destinataire destinatario pro"
                        + " empfänger");
        put(
                kinds,
                Kind.SUBJECT,
                "subject betreff objet asunto oggetto onderwerp assunto temat ämne emne předmět aihe тема 主题 主題 主旨 件名 제목 konu tárgy"
                        + " subiect predmet betr sujet");
        put(
                kinds,
                Kind.OTHER,
                "cc bcc copieà kopie copie kopia копия 抄送 副本 참조 importance wichtigkeit priorität priority attachments anlagen replyto antwortan"
                        + " resentfrom organization dw ud másolat bilgi piècesjointes datosadjuntos allegati bijlagen anexos");
        return kinds;
    }

    private static void put(Map<String, Kind> kinds, Kind kind, String names) {
        for (String name : names.split(" ")) {
            kinds.put(name, kind);
        }
    }
}
