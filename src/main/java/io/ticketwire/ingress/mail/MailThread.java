package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Correspondence;
import io.ticketwire.platform.Sha256;

/**
 * By what a mail finds its ticket: the mails it answers, the ticket in the address it was sent to ({@code
 * support+<id>@example.com}), the ticket's number there or in the subject. Outlook's Thread-Index is not looked at: it can't be
 * compared with other programs' ids, and Outlook sends those as well.
 */
public final class MailThread {

    /** Ids and numbers of one mail that are looked up. */
    private static final int MOST_ANSWERS = 50;

    private static final int MOST_TICKETS = 10;

    private static final Pattern ID = Pattern.compile(
            "\\+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?=[+@])", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLUS_NUMBER =
            Pattern.compile("\\+(TW-\\d{4}-\\d{6,9})(?=[+@])", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(TW-\\d{4}-\\d{6,9})(?![\\p{L}\\p{N}-])", Pattern.CASE_INSENSITIVE);

    private MailThread() {}

    /**
     * What the tracker needs to find the ticket. A mail that answers one of the gateway's own, such as an alert, comes from
     * staff and makes no ticket.
     */
    public static Correspondence of(MailMessage mail, Connector connector) {
        List<String> own = MessageIds.parse(mail.messageId());
        List<String> inReplyTo = ids(mail.inReplyTo());
        List<String> references = ids(mail.references());
        List<String> ids = own.isEmpty() ? List.of() : List.of(own.get(0));
        return new Correspondence(
                connector.name(),
                connector.type(),
                connector.createsTickets() && !answersUs(inReplyTo, references),
                key(mail, ids, inReplyTo, references),
                ids,
                answers(ids, inReplyTo, references),
                ticketIds(mail.recipients()),
                ticketNumbers(mail),
                null,
                Automatic.of(mail));
    }

    private static List<String> ids(List<String> values) {
        return values.stream()
                .flatMap(value -> MessageIds.parse(value).stream())
                .toList();
    }

    private static boolean answersUs(List<String> inReplyTo, List<String> references) {
        List<String> answered = inReplyTo.isEmpty() && !references.isEmpty()
                ? references.subList(references.size() - 1, references.size())
                : inReplyTo;
        return answered.stream().anyMatch(MessageIds::isOwn);
    }

    private static String key(MailMessage mail, List<String> ids, List<String> inReplyTo, List<String> references) {
        for (List<String> known : List.of(references, inReplyTo, ids)) {
            if (!known.isEmpty()) {
                return known.get(0);
            }
        }
        String from = mail.from() == null ? null : mail.from().email();
        String all = String.join("\n", "" + from, "" + mail.date(), "" + mail.subject(), "" + mail.text());
        return "mail:" + HexFormat.of().formatHex(Sha256.of(all));
    }

    private static List<String> answers(List<String> own, List<String> inReplyTo, List<String> references) {
        Set<String> answers = new LinkedHashSet<>(inReplyTo);
        for (int i = references.size() - 1; i >= 0; i--) {
            answers.add(references.get(i));
        }
        answers.removeAll(own);
        return answers.stream().limit(MOST_ANSWERS).toList();
    }

    private static List<UUID> ticketIds(List<String> recipients) {
        Set<String> found = new LinkedHashSet<>();
        recipients.forEach(recipient -> find(ID, recipient, found));
        return limited(found).stream()
                .map(id -> UUID.fromString(id.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> ticketNumbers(MailMessage mail) {
        Set<String> found = new LinkedHashSet<>();
        mail.recipients().forEach(recipient -> find(PLUS_NUMBER, recipient, found));
        find(SUBJECT_NUMBER, mail.subject(), found);
        return limited(found);
    }

    private static void find(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        while (found.size() < MOST_TICKETS && matcher.find()) {
            found.add(matcher.group(1).toUpperCase(Locale.ROOT));
        }
    }

    private static List<String> limited(Collection<String> found) {
        return new ArrayList<>(found).subList(0, Math.min(found.size(), MOST_TICKETS));
    }
}
