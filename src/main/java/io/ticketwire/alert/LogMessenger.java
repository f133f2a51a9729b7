package io.ticketwire.alert;

import java.time.Instant;
import java.util.List;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventType;

/** Where no mail is configured, and for what is not mailed: one line per alert, a warning unless it is good news. */
final class LogMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(LogMessenger.class);

    @Override
    public Uni<Void> tell(List<Alert> alerts, Instant until) {
        alerts.forEach(LogMessenger::log);
        return Uni.createFrom().voidItem();
    }

    static void log(Alert alert) {
        LOG.log(alert.type() == EventType.WEBHOOK_RECOVERED ? Logger.Level.INFO : Logger.Level.WARN, alert);
    }
}
