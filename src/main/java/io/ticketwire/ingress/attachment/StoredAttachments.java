package io.ticketwire.ingress.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.AttachmentSink;
import io.ticketwire.ingress.AttachmentStore;
import io.ticketwire.ingress.Attachments;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;
import io.ticketwire.text.CleanText;

/**
 * Writes attachments piece by piece, on a thread that may wait. One counts as kept when its last piece is there; a crash before
 * leaves pieces that the sender's repeat overwrites, or the retention deletes. Under one id are always the same bytes: copies
 * that come at the same time write the same, and each that comes later only has it kept longer.
 */
@ApplicationScoped
public class StoredAttachments implements AttachmentStore {

    private static final Logger LOG = Logger.getLogger(StoredAttachments.class);
    private static final int PIECE = 262_144;

    private final AttachmentTable table;
    private final AttachmentSettings settings;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Roles roles;

    StoredAttachments(
            AttachmentTable table, AttachmentSettings settings, Vertx vertx, MeterRegistry metrics, Roles roles) {
        this.table = table;
        this.settings = settings;
        this.vertx = vertx;
        this.metrics = metrics;
        this.roles = roles;
    }

    @Override
    public Uni<Boolean> store(Connector connector, Attachments attachments) {
        if (attachments.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        Callable<Boolean> writing = () -> {
            attachments.writeTo(new Writing(connector.id()));
            return true;
        };
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(writing, false).toCompletionStage())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Attachments can't be stored now: %s, %s", failure, connector);
                    return false;
                });
    }

    /** The attachments of one request. */
    private final class Writing implements AttachmentSink {
        private final UUID connectorId;

        Writing(UUID connectorId) {
            this.connectorId = connectorId;
        }

        @Override
        public void take(UUID id, String filename, String mediaType, InputStream bytes) throws IOException {
            if (table.keep(id)) {
                return;
            }
            if (table.total() >= settings.maxTotal().asLongValue()) {
                dropped("store_full");
                return;
            }
            table.begin(id, connectorId, CleanText.clean(filename), CleanText.clean(mediaType));
            long length = write(id, bytes);
            if (length < 0) {
                table.deleteUnlessComplete(id);
                dropped("too_large");
            } else {
                table.complete(id, length);
            }
        }

        /** The attachment's length; negative if it is too large to be kept. */
        private long write(UUID id, InputStream bytes) throws IOException {
            byte[] piece = new byte[PIECE];
            long length = 0;
            for (int number = 0; ; number++) {
                int count = bytes.readNBytes(piece, 0, PIECE);
                length += count;
                if (length > settings.maxSize().asLongValue()) {
                    return -1;
                }
                if (count > 0) {
                    table.piece(id, number, Buffer.buffer(Arrays.copyOf(piece, count)), length);
                }
                if (count < PIECE) {
                    return length;
                }
            }
        }

        private void dropped(String reason) {
            LOG.warnf("An attachment is not kept: %s, connector %s", reason, connectorId);
            metrics.counter("ticketwire.attachments.dropped", "reason", reason).increment();
        }
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        Duration retention = settings.retention();
        return roles.has(Role.INGRESS)
                ? table.forget(Instant.now().minus(retention))
                : Uni.createFrom().voidItem();
    }
}
