package io.ticketwire.retry;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;

/** Where a delivery goes next: to a waiting room, or, when it is due, to be attempted. */
@ApplicationScoped
public class RetryRouter {

    private final Topics topics;
    private final Tiers tiers;

    RetryRouter(Topics topics, RetrySettings settings) {
        this.topics = topics;
        this.tiers = new Tiers(settings.tiers());
    }

    /** The record that moves the delivery on. */
    public ProducerRecord<String, byte[]> route(DeliveryTask task, Instant now) {
        if (!task.notBefore().isAfter(now)) {
            return task.encode(topics.name(Topic.DELIVERIES));
        }
        int tier = tiers.largestWithin(Duration.between(now, task.notBefore()));
        return task.encode(topics.tier(tier));
    }

    /** The record that keeps one that can't be read as it is, where a person finds it. */
    public ProducerRecord<String, byte[]> bury(ConsumerRecord<String, byte[]> unreadable) {
        return new ProducerRecord<>(
                topics.name(Topic.DELIVERIES_DEAD), null, unreadable.key(), unreadable.value(), unreadable.headers());
    }

    Tiers tiers() {
        return tiers;
    }
}
