package io.ticketwire.event;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** How much is on its way to the broker, and whether there is room for more. */
final class InFlight {

    /** What a record costs beside its key, value and headers; an estimate on the safe side. */
    private static final int RECORD_OVERHEAD = 512;

    private final AtomicInteger records = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final int maxRecords;
    private final long maxBytes;

    InFlight(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    /** Takes all of them in, or none. */
    boolean admit(List<ProducerRecord<String, byte[]>> messages) {
        long size = messages.stream().mapToLong(InFlight::size).sum();
        int recordsNow = records.addAndGet(messages.size());
        long bytesNow = bytes.addAndGet(size);
        if (recordsNow > maxRecords || bytesNow > maxBytes) {
            records.addAndGet(-messages.size());
            bytes.addAndGet(-size);
            return false;
        }
        return true;
    }

    /** One of those taken in has arrived, or never will. */
    void release(ProducerRecord<String, byte[]> message) {
        records.decrementAndGet();
        bytes.addAndGet(-size(message));
    }

    int records() {
        return records.get();
    }

    static int size(ProducerRecord<String, byte[]> message) {
        int size = RECORD_OVERHEAD + (message.value() == null ? 0 : message.value().length);
        for (Header header : message.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }
}
