package io.ticketwire.event;

/** Names of the Kafka record headers: CloudEvents 1.0 in binary mode, and our own. */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** When the ingress received the request that led to the event. */
    public static final String RECEIVED_AT = "ticketwire_received_at";

    /** {@code true} if the request's signature was verified, {@code false} if the connector has no secret. */
    public static final String VERIFIED = "ticketwire_verified";

    /** Inbound only: {@link Repeat} of the event. */
    public static final String REPEAT = "ticketwire_repeat";

    /** Inbound only: the id of the first event of the request, under which its raw form is kept. */
    public static final String RAW_ID = "ticketwire_raw_id";

    /** Inbound, the first event of a request: JSON of {@link RawRequest} without its body. */
    public static final String RAW_REQUEST = "ticketwire_raw_request";

    /** Inbound, the first event of a request: the body as it was received. */
    public static final String RAW_BODY = "ticketwire_raw_body";

    /** Inbound dead only: why the input was of no use. */
    public static final String REASON = "ticketwire_reason";

    /** Inbound dead only: the reason in a sentence. */
    public static final String DETAIL = "ticketwire_detail";

    private EventHeaders() {}
}
