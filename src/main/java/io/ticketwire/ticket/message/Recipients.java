package io.ticketwire.ticket.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * To whom messages went, for reports that leave it out: some providers tell of a mail that was opened, but not by whom. If
 * it went to one, it was him. If it went to several, nobody can say which one, and the report is of the message as a whole.
 */
final class Recipients {

    /** A message as its provider knows it, whoever got it. */
    record Sent(UUID connectorId, String messageId) {

        static Sent of(MessageReport report) {
            return new Sent(report.event().connectorId(), report.messageId());
        }
    }

    private final Map<Sent, Set<String>> recipients = new HashMap<>();

    /** The messages whose recipients are to be looked up for these reports. */
    static List<Sent> unsaid(List<MessageReport> reports) {
        return reports.stream()
                .filter(report -> report.recipient().isEmpty())
                .map(Sent::of)
                .distinct()
                .toList();
    }

    void add(Sent sent, String recipient) {
        recipients.computeIfAbsent(sent, first -> new TreeSet<>()).add(recipient);
    }

    /** The reports, with the recipient where there can be but one. */
    List<MessageReport> in(List<MessageReport> reports) {
        reports.stream()
                .filter(report -> !report.recipient().isEmpty())
                .forEach(report -> add(Sent.of(report), report.recipient()));
        return reports.stream().map(this::in).toList();
    }

    private MessageReport in(MessageReport report) {
        Set<String> known = recipients.getOrDefault(Sent.of(report), Set.of());
        return report.recipient().isEmpty() && known.size() == 1
                ? report.to(known.iterator().next())
                : report;
    }
}
