package io.ticketwire.ingress.mail;

import java.time.Instant;
import java.util.List;

import io.ticketwire.ingress.message.Media;
import io.ticketwire.text.Origin;
import io.ticketwire.text.SourcedText;

/**
 * A mail as it came in, clean and bounded. What is not given is null or empty.
 *
 * @param messageId with its angle brackets
 * @param inReplyTo ids with their angle brackets
 * @param references ids with their angle brackets, the first of the thread first
 * @param envelopeFrom whom a bounce would go to; empty for a bounce itself
 * @param recipients whom it was delivered to: of the envelope, else of the headers; plain addresses
 * @param date by the sender's clock
 * @param text the plain part, or what the HTML part says
 * @param origins of the text's lines, see {@link SourcedText}
 * @param html as it was received, not safe to show
 */
public record MailMessage(
        MailHeaders headers,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        MailAddress from,
        String envelopeFrom,
        List<String> recipients,
        Instant date,
        String subject,
        String text,
        List<Origin> origins,
        String html,
        List<Media> attachments) {}
