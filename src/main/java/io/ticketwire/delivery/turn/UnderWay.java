package io.ticketwire.delivery.turn;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The deliveries that this process is attempting. All records of a delivery have its endpoint's key, so one process gets
 * them: a resend and the retry that it is to overtake meet here, and the second one waits.
 */
@ApplicationScoped
public class UnderWay {

    private final Set<UUID> deliveries = ConcurrentHashMap.newKeySet();

    /** Takes the delivery's turn; false: another record of it has it. */
    public boolean begin(UUID deliveryId) {
        return deliveries.add(deliveryId);
    }

    /** The turn is over. */
    public void end(UUID deliveryId) {
        deliveries.remove(deliveryId);
    }
}
