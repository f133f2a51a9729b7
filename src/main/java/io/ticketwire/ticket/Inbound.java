package io.ticketwire.ticket;

import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.Repeat;

/**
 * A record of the inbound topic.
 *
 * @param rawId under which the request is kept
 * @param rawRequest JSON; null if another record of the same request carries it
 * @param rawBody null if another record carries it
 */
record Inbound(int partition, Event event, Repeat repeat, UUID rawId, String rawRequest, byte[] rawBody) {

    /** The record's content; empty if no ingress that we know has written it. */
    static Optional<Inbound> decode(ConsumerRecord<String, byte[]> message) {
        try {
            return EventCodec.decode(message).map(event -> of(message, event));
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    private static Inbound of(ConsumerRecord<String, byte[]> message, Event event) {
        Headers headers = message.headers();
        String rawId = EventCodec.find(headers, EventHeaders.RAW_ID);
        String repeat = EventCodec.find(headers, EventHeaders.REPEAT);
        return new Inbound(
                message.partition(),
                event,
                repeat == null ? Repeat.BY_EVENT_ID : Repeat.valueOf(repeat),
                rawId == null ? null : UUID.fromString(rawId),
                EventCodec.find(headers, EventHeaders.RAW_REQUEST),
                bytes(headers.lastHeader(EventHeaders.RAW_BODY)));
    }

    private static byte[] bytes(Header header) {
        return header == null ? null : header.value();
    }
}
