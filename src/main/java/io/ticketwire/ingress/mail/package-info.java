/**
 * Mail: what comes in, as MIME, as a form or as JSON, becomes a {@link io.ticketwire.ingress.mail.MailMessage}, and that a
 * message that can find its ticket; what providers report on mails that were sent.
 *
 * <p>How a provider signs and what its payloads look like is in its own package. Which ticket a mail belongs to is for the
 * tracker to find out.
 */
package io.ticketwire.ingress.mail;
