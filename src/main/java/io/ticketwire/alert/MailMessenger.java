package io.ticketwire.alert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import org.jboss.logging.Logger;

import io.ticketwire.alert.Allowance.Withheld;
import io.ticketwire.platform.OneLine;

/**
 * One mail about all alerts that come together, to all administrators, and so many in an hour at most. Its {@code Message-ID}
 * is made of the events' ids, so that mail systems know one that had to be sent again for the same.
 *
 * <pre>
 *   too many in this hour -------------------------------> logged, done; the next mail says how many
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
    private final Allowance allowance;
    private final BooleanSupplier stopping;
    private final MeterRegistry metrics;

    /** @param stopping whether the process is on its way down */
    MailMessenger(
            ReactiveMailer mailer,
            List<String> recipients,
            AlertSettings settings,
            Allowance allowance,
            BooleanSupplier stopping,
            MeterRegistry metrics) {
        this.mailer = mailer;
        this.recipients = recipients;
        this.sender = settings.mailFrom();
        this.timeout = settings.mailTimeout();
        this.allowance = allowance;
        this.stopping = stopping;
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> tell(List<Alert> alerts, Instant until) {
        if (!allowance.take(Instant.now())) {
            counted("withheld");
            alerts.forEach(LogMessenger::log);
            allowance.withhold(new Withheld(alerts.size(), Instant.now()));
            return Uni.createFrom().voidItem();
        }
        alerts.stream().skip(Letter.MOST_LINES).forEach(LogMessenger::log);
        Withheld withheld = allowance.tellWithheld();
        return send(mail(alerts, withheld), until)
                .invoke(() -> counted("sent"))
                .onFailure()
                .recoverWithItem(failure -> {
                    counted("failed");
                    allowance.withhold(withheld);
                    String cause = OneLine.of(cause(failure).toString());
                    alerts.forEach(alert -> LOG.errorf("No mail could be sent: %s. %s", cause, alert));
                    return null;
                });
    }

    private Uni<Void> send(Mail mail, Instant until) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(failure -> stopping.getAsBoolean())
                .recoverWithUni(Uni.createFrom().nothing())
                .onFailure(MailMessenger::worthAnotherTry)
                .invoke(failure -> LOG.debugf("Mail %s: %s", mail.getSubject(), failure))
                .onFailure(MailMessenger::worthAnotherTry)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireAt(until.toEpochMilli());
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

    private Mail mail(List<Alert> alerts, Withheld withheld) {
        Letter letter = Letter.of(alerts, withheld);
        return new Mail()
                .setFrom(sender)
                .setTo(recipients)
                .setSubject(letter.subject())
                .setText(letter.text())
                .addHeader("Message-ID", "<" + id(alerts) + "@ticketwire>")
                // Nobody's holiday notice is wanted (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated")
                // What answers it by itself and comes back through a connector is known again, and makes no ticket.
                .addHeader("X-Loop", "ticketwire");
    }

    /** Of more than one: another one for another set, lest one that tells more passes for a repetition. */
    private static UUID id(List<Alert> alerts) {
        if (alerts.size() == 1) {
            return alerts.get(0).id();
        }
        String ids = alerts.stream().map(alert -> alert.id().toString()).collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.US_ASCII));
    }
}
