package io.ticketwire.alert;

import java.time.Instant;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventType;

/** Where no mail is configured: one line per alert, a warning unless it is good news. */
final class LogMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(LogMessenger.class);

    @Override
    public Uni<Void> tell(Alert alert, Instant until) {
        LOG.log(alert.type() == EventType.WEBHOOK_RECOVERED ? Logger.Level.INFO : Logger.Level.WARN, alert);
        return Uni.createFrom().voidItem();
    }
}
