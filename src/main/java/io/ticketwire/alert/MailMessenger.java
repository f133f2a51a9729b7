package io.ticketwire.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import org.jboss.logging.Logger;

/**
 * One mail per alert, to all administrators. Its {@code Message-ID} is made of the event's id, so that mail systems know one
 * that had to be sent again for the same.
 *
 * <pre>
 *   sent ------------------------------------------------> done
 *   refused for good (5xx) ------------------------------> logged as an error, done
 *   away, too slow, refused for now (4xx) --time left----> again, after 1 s, 2 s, ... 30 s
 *                                         --none left----> logged as an error, done
 *   anything but sent, and the process ends -------------> never done: the next process tells it
 * </pre>
 */
final class MailMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(MailMessenger.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final List<String> recipients;
    private final String sender;
    private final Duration timeout;
    private final BooleanSupplier stopping;
    private final MeterRegistry metrics;

    /** @param stopping whether the process is on its way down */
    MailMessenger(
            ReactiveMailer mailer,
            List<String> recipients,
            String sender,
            Duration timeout,
            BooleanSupplier stopping,
            MeterRegistry metrics) {
        this.mailer = mailer;
        this.recipients = recipients;
        this.sender = sender;
        this.timeout = timeout;
        this.stopping = stopping;
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> tell(Alert alert, Instant until) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail(alert)))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(failure -> stopping.getAsBoolean())
                .recoverWithUni(Uni.createFrom().nothing())
                .onFailure(MailMessenger::worthAnotherTry)
                .invoke(failure -> LOG.debugf("Mail about event %s: %s", alert.id(), failure))
                .onFailure(MailMessenger::worthAnotherTry)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireAt(until.toEpochMilli())
                .invoke(() -> counted("sent"))
                .onFailure()
                .recoverWithItem(failure -> {
                    counted("failed");
                    LOG.errorf("No mail could be sent: %s. %s", cause(failure), alert);
                    return null;
                });
    }

    private static boolean worthAnotherTry(Throwable failure) {
        return !(failure instanceof SMTPException refusal && refusal.isPermanent());
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void counted(String outcome) {
        metrics.counter("ticketwire.alerts.mails", "outcome", outcome).increment();
    }

    private Mail mail(Alert alert) {
        Letter letter = Letter.of(alert);
        return new Mail()
                .setFrom(sender)
                .setTo(recipients)
                .setSubject(letter.subject())
                .setText(letter.text())
                .addHeader("Message-ID", "<" + alert.id() + "@ticketwire>")
                // Nobody's holiday notice is wanted (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
