package io.ticketwire.delivery;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * When this process last got partitions of the deliveries topic. What was appended before that, somebody else may have
 * attempted already: offsets are committed in order, and up to the oldest delivery that is under way.
 */
@ApplicationScoped
@Identifier("deliveries")
public class Assignments implements KafkaConsumerRebalanceListener {

    private volatile long latest = Long.MAX_VALUE;

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            latest = System.currentTimeMillis();
        }
    }

    /** Whether a record of this time was there before. */
    boolean before(long timestamp) {
        return timestamp < latest;
    }
}
