package io.ticketwire.ingress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.RawRequest;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.TraceParent;

/** What the ingress puts on the broker: the events, and with the first of them the request as it was received. */
@ApplicationScoped
public class InboundRecords {

    /** Bytes; of a larger mail only the beginning is kept: a record of the broker takes 4 MiB in all. */
    private static final int MAX_RAW_BODY = 1 << 20;

    private final Topics topics;

    InboundRecords(Topics topics) {
        this.topics = topics;
    }

    /** The records of the events of one request, for the inbound topic. */
    List<ProducerRecord<String, byte[]>> events(List<InboundEvent> events, Visit visit, boolean verified) {
        IncomingRequest request = visit.request();
        String traceparent = TraceParent.of(request.header(EventHeaders.TRACE_PARENT));
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>(events.size());
        for (InboundEvent inbound : events) {
            Event event = new Event(
                    inbound.id(),
                    inbound.type(),
                    Event.connectorSource(visit.connector().id()),
                    inbound.subject(),
                    inbound.time(),
                    traceparent,
                    request.receivedAt(),
                    verified,
                    Json.bytes(inbound.data()));
            ProducerRecord<String, byte[]> message =
                    EventCodec.encode(topics.name(Topic.INBOUND), inbound.subject(), event);
            EventCodec.put(
                    message.headers(), EventHeaders.REPEAT, inbound.repeat().name());
            EventCodec.put(
                    message.headers(), EventHeaders.RAW_ID, events.get(0).id().toString());
            if (messages.isEmpty()) {
                addRaw(message.headers(), visit);
            }
            messages.add(message);
        }
        return messages;
    }

    /** The record of a request that holds nothing to act on, for the dead inbound topic. */
    ProducerRecord<String, byte[]> dead(Reading.Nothing nothing, Visit visit, boolean verified) {
        IncomingRequest request = visit.request();
        Connector connector = visit.connector();
        Event event = new Event(
                new BodyIds(connector.id(), request.content()).id(0),
                InboundType.REJECTED,
                Event.connectorSource(visit.connector().id()),
                connector.id().toString(),
                request.receivedAt(),
                TraceParent.of(request.header(EventHeaders.TRACE_PARENT)),
                request.receivedAt(),
                verified,
                Json.bytes(Map.of("reason", nothing.reason(), "detail", nothing.detail())));
        ProducerRecord<String, byte[]> message = EventCodec.encode(
                topics.name(Topic.INBOUND_DEAD), connector.id().toString(), event);
        EventCodec.put(message.headers(), EventHeaders.REASON, nothing.reason());
        EventCodec.put(message.headers(), EventHeaders.DETAIL, nothing.detail());
        addRaw(message.headers(), visit);
        return message;
    }

    private static void addRaw(Headers headers, Visit visit) {
        IncomingRequest request = visit.request();
        String credential = visit.provider().credentialHeader(visit.connector());
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!Confidential.header(name) && !name.equals(credential)) {
                kept.computeIfAbsent(name, first -> new ArrayList<>(1)).add(header.getValue());
            }
        }
        CredentialFields credentials = visit.provider().credentialFields();
        byte[] body = request.content().head(MAX_RAW_BODY);
        Long length =
                request.content().length() > body.length ? request.content().length() : null;
        RawRequest raw = new RawRequest(request.method(), Confidential.masked(request.uri()), kept, length);
        headers.add(EventHeaders.RAW_REQUEST, Json.bytes(raw));
        headers.add(EventHeaders.RAW_BODY, credentials == null ? body : credentials.masked(body));
    }
}
