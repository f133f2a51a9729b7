package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.text.JsonText;

/**
 * What a mail server reports on a mail of ours (RFC 3464, 6522 and 6533), or a mailbox provider ({@link FeedbackReport}): what
 * became of it, recipient by recipient.
 *
 * @param returned the headers of the mail of ours; may be empty
 * @param recipients at least one
 */
record DeliveryReport(RawHeaders returned, List<Recipient> recipients) {

    /** Bytes of the longest part of a report that is read. */
    static final int MAX_BYTES = 65_536;

    private static final Set<String> STATUSES = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED =
            Set.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");

    private static final int MAX_RECIPIENTS = 200;
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern REPLY =
            Pattern.compile("^\\s*(?:smtp;)?\\s*([245])\\d\\d\\b", Pattern.CASE_INSENSITIVE);

    /**
     * One of those to whom the mail was sent.
     *
     * @param address null if it is kept secret
     * @param error null if it was delivered
     */
    record Recipient(String address, EventType type, MessageError error) {}

    /** Whether it is one of a report's parts that are read. Forms may say of what type it is only later. */
    static boolean mayHave(MailPart part) {
        return part.mediaType() == null
                || STATUSES.contains(part.mediaType())
                || RETURNED.contains(part.mediaType())
                || part.mediaType().equals(FeedbackReport.TYPE);
    }

    /**
     * Null if it says nothing of any recipient.
     *
     * @param parts of a report
     */
    static DeliveryReport of(List<Attached> parts) {
        List<Recipient> recipients = new ArrayList<>();
        RawHeaders returned = new RawHeaders();
        FeedbackReport feedback = null;
        for (Attached part : parts) {
            String type = String.valueOf(part.part().mediaType());
            String text = MailCharsets.decode(part.head(), null, true);
            if (STATUSES.contains(type)) {
                read(text, recipients);
            } else if (RETURNED.contains(type)) {
                returned = RawHeaders.of(text);
            } else if (type.equals(FeedbackReport.TYPE)) {
                feedback = FeedbackReport.of(text);
            }
        }
        if (feedback != null && feedback.isComplaint()) {
            complaints(feedback, returned).forEach(recipients::add);
        }
        return recipients.isEmpty() ? null : new DeliveryReport(returned, recipients);
    }

    /** Whoever keeps his customer's address to himself leaves it in the mail, or not. */
    private static Stream<Recipient> complaints(FeedbackReport feedback, RawHeaders returned) {
        MailAddress to = MailAddresses.first(returned.first("To"));
        Stream<String> addresses = feedback.recipients().isEmpty()
                ? Stream.of(to == null ? "" : to.email())
                : feedback.recipients().stream().limit(MAX_RECIPIENTS);
        return addresses.map(
                address -> new Recipient(address.isEmpty() ? null : address, EventType.EMAIL_COMPLAINED, null));
    }

    /** The Message-ID of the mail of ours; null if it was not returned. */
    String messageId() {
        return MessageIds.parse(returned.first("Message-ID")).stream()
                .findFirst()
                .orElse(null);
    }

    /** Groups of fields with empty lines between them; the first is of the mail, each of the others of a recipient. */
    private static void read(String text, List<Recipient> recipients) {
        StringBuilder group = new StringBuilder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank()) {
                group.append(line).append('\n');
            } else {
                add(RawHeaders.of(group.toString()), recipients);
                group.setLength(0);
            }
        }
        add(RawHeaders.of(group.toString()), recipients);
    }

    private static void add(RawHeaders group, List<Recipient> recipients) {
        String address = address(group.first("Final-Recipient"));
        address = address == null ? address(group.first("Original-Recipient")) : address;
        EventType type = type(group.first("Action"), group.first("Status"));
        if (address != null && type != null && recipients.size() < MAX_RECIPIENTS) {
            boolean delivered = type == EventType.MESSAGE_DELIVERED;
            recipients.add(new Recipient(address, type, delivered ? null : error(group)));
        }
    }

    /** {@code rfc822;jane@example.com}. */
    private static String address(String field) {
        return field == null ? null : MailAddresses.bare(withoutBrackets(field.substring(field.indexOf(';') + 1)));
    }

    private static String withoutBrackets(String address) {
        return address.replace("<", "").replace(">", "");
    }

    /** Some servers leave the action out, though it must be given; {@code expired} is SendGrid's. */
    private static EventType type(String action, String status) {
        return switch (action == null ? byStatus(word(status)) : word(action)) {
            case "failed", "expired" -> EventType.EMAIL_BOUNCED;
            case "delayed" -> EventType.MESSAGE_DEFERRED;
            case "delivered", "relayed", "expanded" -> EventType.MESSAGE_DELIVERED;
            default -> null;
        };
    }

    private static String byStatus(String status) {
        return status.startsWith("5.") ? "failed" : status.startsWith("4.") ? "delayed" : "";
    }

    private static MessageError error(RawHeaders group) {
        String status = group.first("Status");
        Matcher code = STATUS.matcher(status == null ? "" : status);
        String diagnostic = group.first("Diagnostic-Code");
        String reason = diagnostic == null ? null : JsonText.line(diagnostic.substring(diagnostic.indexOf(';') + 1));
        boolean known = code.find();
        Matcher reply = REPLY.matcher(diagnostic == null ? "" : diagnostic);
        String digit = known ? code.group(1) : reply.find() ? reply.group(1) : "";
        return new MessageError(known ? code.group(1) : null, reason, permanent(digit));
    }

    private static Boolean permanent(String code) {
        return code.startsWith("5") ? Boolean.TRUE : code.startsWith("4") ? Boolean.FALSE : null;
    }

    private static String word(String text) {
        String line = text == null ? null : JsonText.line(text);
        return line == null ? "" : line.split("[ (;]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
