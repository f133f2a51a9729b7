package io.ticketwire.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * One delivery on its way: what the deliveries topic, the delay tiers and the dead topic carry. The value is the body of
 * the outgoing request, so that no stage needs the database.
 *
 * @param id the delivery's id, the same over all attempts
 * @param sequence grows from delivery to delivery of one endpoint, in the order of the events; not consecutive
 * @param attempt attempts made so far
 * @param policyFrom attempts made before the retry policy began: more than 0 when somebody had it sent again
 * @param requestedAt when somebody had it sent again; null: nobody has
 * @param perhapsMade whether another record of it may have led to the attempt to come: then the records of attempts are asked
 * @param notBefore the next attempt is never made earlier
 * @param traceparent W3C trace context of the event
 * @param body the envelope, as it is sent and signed
 */
public record DeliveryTask(
        UUID id,
        UUID endpointId,
        UUID eventId,
        String eventType,
        String subject,
        long sequence,
        int attempt,
        int policyFrom,
        Instant requestedAt,
        boolean perhapsMade,
        Instant notBefore,
        String traceparent,
        byte[] body) {

    private static final String ID = "ticketwire_delivery_id";
    private static final String ENDPOINT = "ticketwire_endpoint_id";
    private static final String SEQUENCE = "ticketwire_sequence";
    private static final String ATTEMPT = "ticketwire_attempt";
    private static final String POLICY_FROM = "ticketwire_policy_from";
    private static final String REQUESTED_AT = "ticketwire_requested_at";
    private static final String PERHAPS_MADE = "ticketwire_perhaps_made";
    private static final String NOT_BEFORE = "ticketwire_not_before";

    /** Whether the attempt to come is the first of its policy: of a new delivery, or of one that somebody had sent again. */
    public boolean fresh() {
        return attempt == policyFrom;
    }

    /** The same delivery after an attempt that failed. */
    public DeliveryTask afterAttempt(Instant next) {
        return with(attempt + 1, policyFrom, false, next);
    }

    /** The same delivery, to be attempted anew after so many attempts. */
    public DeliveryTask renumbered(int made) {
        return with(made, made, perhapsMade, notBefore);
    }

    /** The same delivery, attempt not counted, but later. Its record may be read again as long as those before it are open. */
    public DeliveryTask postponed(Instant next) {
        return with(attempt, policyFrom, true, next);
    }

    /** The same delivery in a record that may have been dealt with already. */
    public DeliveryTask readAgain() {
        return with(attempt, policyFrom, true, notBefore);
    }

    private DeliveryTask with(int made, int from, boolean perhaps, Instant next) {
        return new DeliveryTask(
                id,
                endpointId,
                eventId,
                eventType,
                subject,
                sequence,
                made,
                from,
                requestedAt,
                perhaps,
                next,
                traceparent,
                body);
    }

    /** The record for any of the delivery topics; keyed by the endpoint. */
    public ProducerRecord<String, byte[]> encode(String topic) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, endpointId.toString(), body);
        Headers headers = message.headers();
        EventCodec.put(headers, ID, id.toString());
        EventCodec.put(headers, ENDPOINT, endpointId.toString());
        EventCodec.put(headers, EventHeaders.ID, eventId.toString());
        EventCodec.put(headers, EventHeaders.TYPE, eventType);
        EventCodec.put(headers, EventHeaders.SUBJECT, subject);
        EventCodec.put(headers, SEQUENCE, Long.toString(sequence));
        EventCodec.put(headers, ATTEMPT, Integer.toString(attempt));
        EventCodec.put(headers, POLICY_FROM, Integer.toString(policyFrom));
        if (requestedAt != null) {
            EventCodec.put(headers, REQUESTED_AT, requestedAt.toString());
        }
        if (perhapsMade) {
            EventCodec.put(headers, PERHAPS_MADE, "true");
        }
        EventCodec.put(headers, NOT_BEFORE, notBefore.toString());
        EventCodec.put(headers, EventHeaders.TRACE_PARENT, traceparent);
        return message;
    }

    /** The task in a record; empty if it carries none. */
    public static Optional<DeliveryTask> decode(ConsumerRecord<String, byte[]> message) {
        try {
            Headers headers = message.headers();
            return Optional.of(new DeliveryTask(
                    UUID.fromString(EventCodec.get(headers, ID)),
                    UUID.fromString(EventCodec.get(headers, ENDPOINT)),
                    UUID.fromString(EventCodec.get(headers, EventHeaders.ID)),
                    EventCodec.get(headers, EventHeaders.TYPE),
                    EventCodec.get(headers, EventHeaders.SUBJECT),
                    number(headers, SEQUENCE),
                    Integer.parseInt(EventCodec.get(headers, ATTEMPT)),
                    (int) number(headers, POLICY_FROM),
                    time(headers, REQUESTED_AT),
                    EventCodec.find(headers, PERHAPS_MADE) != null,
                    Instant.parse(EventCodec.get(headers, NOT_BEFORE)),
                    EventCodec.get(headers, EventHeaders.TRACE_PARENT),
                    EventCodec.requireValue(message.value())));
        } catch (RuntimeException undecodable) {
            return Optional.empty();
        }
    }

    private static Instant time(Headers headers, String name) {
        String value = EventCodec.find(headers, name);
        return value == null ? null : Instant.parse(value);
    }

    /** 0 if an earlier version wrote the record, which did not know of it. */
    private static long number(Headers headers, String name) {
        String value = EventCodec.find(headers, name);
        return value == null ? 0 : Long.parseLong(value);
    }
}
