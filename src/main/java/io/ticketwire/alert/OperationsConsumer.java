package io.ticketwire.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventCodec;

/**
 * Reads what happens to endpoints, and has the administrators told of all events of a batch at once: when our own way out is
 * broken, thousands of endpoints may be disabled within a minute.
 *
 * <p>At least once: an event that was being told when the process ended is told again by the next.
 */
@ApplicationScoped
public class OperationsConsumer {

    private static final Logger LOG = Logger.getLogger(OperationsConsumer.class);

    /** Of the last events told: enough for what a relay publishes again after a crash. */
    private static final int REMEMBERED = 1_000;

    private final Messenger messenger;
    private final Duration patience;
    private final Duration maxAge;
    private final Set<UUID> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    OperationsConsumer(Messenger messenger, AlertSettings settings) {
        this.messenger = messenger;
        this.patience = settings.mailPatience();
        this.maxAge = settings.mailMaxAge();
    }

    /** Deals with a batch; completes when its offsets may be committed. */
    @Incoming("operations")
    public Uni<Void> tell(ConsumerRecords<String, byte[]> messages) {
        Map<UUID, Alert> alerts = new LinkedHashMap<>();
        messages.forEach(
                message -> read(message).filter(this::isNews).ifPresent(alert -> alerts.put(alert.id(), alert)));
        return alerts.isEmpty() ? Uni.createFrom().voidItem() : tell(List.copyOf(alerts.values()));
    }

    private static Optional<Alert> read(ConsumerRecord<String, byte[]> message) {
        try {
            return Alert.of(EventCodec.decode(message).orElseThrow());
        } catch (RuntimeException unreadable) {
            LOG.errorf("No event that can be read: %s-%d@%d", message.topic(), message.partition(), message.offset());
            return Optional.empty();
        }
    }

    /** Neither told already nor too old. */
    private boolean isNews(Alert alert) {
        if (told(alert)) {
            return false;
        }
        boolean recent = !alert.time().isBefore(Instant.now().minus(maxAge));
        if (!recent) {
            LOG.infof("Too long ago to be mailed: %s", alert);
        }
        return recent;
    }

    private Uni<Void> tell(List<Alert> alerts) {
        return messenger
                .tell(alerts, Instant.now().plus(patience))
                .invoke(() -> remember(alerts))
                .onFailure()
                .recoverWithItem(defect -> {
                    LOG.errorf(defect, "Administrators could not be told: %s", alerts);
                    return null;
                });
    }

    private synchronized boolean told(Alert alert) {
        return told.contains(alert.id());
    }

    private synchronized void remember(List<Alert> alerts) {
        alerts.forEach(alert -> told.add(alert.id()));
    }
}
