package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.ticketwire.ingress.message.Media;
import io.ticketwire.platform.Sha256;
import io.ticketwire.text.JsonText;
import io.ticketwire.text.SourcedText;

/**
 * A mail that is put together from what its source shows. Of its text no more is held than is kept, and of its attachments
 * nothing but what they are.
 */
public final class MailDraft implements MailVisitor {

    /** No character of a text has more bytes. */
    private static final int BYTES_OF_CHARACTER = 4;

    /** How servers write that nobody sent it. What is merely no address was sent by somebody. */
    private static final Set<String> NO_SENDER = Set.of("", "<>", "mailer-daemon", "<mailer-daemon>");

    /** More parts than any report has; of each, all that is read of a report is held. */
    private static final int MAX_HELD = 20;

    private final RawHeaders headers = new RawHeaders();
    private final MailText body = new MailText();
    private final List<Attached> attached = new ArrayList<>();
    private final List<Media> linked = new ArrayList<>();
    private int held;
    private String envelopeFrom;
    private List<String> envelopeTo = List.of();

    @Override
    public void header(String name, String value) {
        headers.add(name, value);
    }

    @Override
    public void text(MailPart part, boolean html, int alternative, InputStream bytes) throws IOException {
        int max = html ? MailText.MAX_HTML : JsonText.MAX_TEXT * BYTES_OF_CHARACTER;
        byte[] read = bytes.readNBytes(max);
        body.add(MailCharsets.decode(read, part.charset(), read.length == max), html, alternative);
    }

    @Override
    public void attachment(MailPart part, InputStream bytes) throws IOException {
        boolean held = DeliveryReport.mayHave(part) && this.held < MAX_HELD;
        this.held += held ? 1 : 0;
        attached.add(Attached.read(part, bytes, held ? DeliveryReport.MAX_BYTES : 0));
    }

    /** Adds a text that is decoded already; blank or null adds nothing. */
    public MailDraft plain(String text) {
        return text(text, false);
    }

    /** As {@link #plain}; it says the same in other words. */
    public MailDraft html(String text) {
        return text(text, true);
    }

    private MailDraft text(String text, boolean html) {
        if (text != null && !text.isBlank()) {
            body.add(text, html, 0);
        }
        return this;
    }

    /** Adds a header if the mail has none of this name yet; null adds nothing. */
    public MailDraft headerIfMissing(String name, String value) {
        if (value != null && !value.isBlank() && headers.first(name) == null) {
            headers.add(name, value);
        }
        return this;
    }

    /**
     * Who sent it and to whom, as the servers told each other.
     *
     * @param from as it was written; null if it is not known, empty for a bounce
     * @param to as they were written; null or no address counts for nothing
     */
    public MailDraft envelope(String from, List<String> to) {
        envelopeFrom = from;
        envelopeTo = to.stream()
                .map(MailAddresses::bare)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return this;
    }

    /**
     * Says more of the attachments.
     *
     * @param names of the fields of a form that they came in, in their order
     * @param more by the name of the field
     */
    public void describe(List<String> names, BiFunction<String, MailPart, MailPart> more) {
        for (int i = 0; i < Math.min(names.size(), attached.size()); i++) {
            Attached one = attached.get(i);
            attached.set(i, one.as(more.apply(names.get(i), one.part())));
        }
    }

    /** Adds an attachment that stays where it is. */
    public void link(Media media) {
        linked.add(media);
    }

    /** Whether there is nothing in it that a mail has. */
    public boolean isEmpty() {
        return headers.isEmpty() && body.text().text() == null && attached.isEmpty() && linked.isEmpty();
    }

    /** What it reports; null if it is no report, or one that says nothing of any recipient. */
    DeliveryReport report() {
        String type = HeaderValue.of(headers.first("Content-Type")).value();
        // OpenSMTPD's are no multipart/report; of anybody else, it is a report that is passed on.
        boolean whole = type.equals("multipart/report")
                || type.equals("multipart/mixed") && MailDaemon.is(headers.first("From"));
        return DeliveryReport.of(
                attached.stream().filter(one -> whole || one.part().ofReport()).toList());
    }

    List<Attached> attached() {
        return attached;
    }

    List<Media> linked() {
        return linked;
    }

    RawHeaders headers() {
        return headers;
    }

    /** Null if it has none that can be used. */
    String messageId() {
        return MessageIds.parse(headers.first("Message-ID")).stream()
                .findFirst()
                .orElse(null);
    }

    /** What a repeat of the same mail to the same recipients has, too; null if it has no Message-ID. */
    String fingerprint() {
        String id = messageId();
        if (id == null) {
            return null;
        }
        MessageDigest digest = Sha256.digest();
        Stream.concat(Stream.of(id, String.valueOf(envelopeFrom())), recipients().stream())
                .forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
        return "mail:" + HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The mail.
     *
     * @param id in place of a Message-ID
     * @param media of its attachments
     * @param receivedAt a date after which can't be right
     */
    MailMessage message(String id, List<Media> media, Instant receivedAt) {
        MailAddress from = MailAddresses.first(headers.first("From"));
        String subject = headers.first("Subject");
        SourcedText text = body.text();
        return new MailMessage(
                headers.decoded(),
                messageId() == null ? id : messageId(),
                MessageIds.parse(headers.first("In-Reply-To")),
                MessageIds.parse(headers.first("References")),
                from == null ? MailAddresses.first(headers.first("Sender")) : from,
                envelopeFrom(),
                recipients(),
                MailDates.of(headers.first("Date"), receivedAt),
                subject == null ? null : JsonText.line(EncodedWords.decoded(subject)),
                text.text(),
                text.origins(),
                body.html(),
                media);
    }

    private String envelopeFrom() {
        String path = envelopeFrom == null ? headers.first("Return-Path") : envelopeFrom;
        if (path == null || NO_SENDER.contains(path.strip().toLowerCase(Locale.ROOT))) {
            return path == null ? null : "";
        }
        return envelopeFrom == null
                ? email(MailAddresses.first(path))
                : MailAddresses.bare(path.replace("<", "").replace(">", ""));
    }

    private List<String> recipients() {
        return envelopeTo.isEmpty()
                ? Stream.of("To", "Cc", "Delivered-To", "X-Original-To")
                        .flatMap(name -> MailAddresses.parse(headers.first(name)).stream())
                        .map(MailAddress::email)
                        .distinct()
                        .toList()
                : envelopeTo;
    }

    private static String email(MailAddress address) {
        return address == null ? null : address.email();
    }
}
