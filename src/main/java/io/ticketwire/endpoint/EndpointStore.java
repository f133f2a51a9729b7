package io.ticketwire.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;

import io.ticketwire.event.Json;
import io.ticketwire.platform.MergePatch;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.security.SecretBox;

/** Endpoints in the database. The methods work in the session that is open. */
@ApplicationScoped
public class EndpointStore {

    private final SecretBox box;
    private final ObjectMapper mapper;
    private final EndpointUrls urls;

    EndpointStore(SecretBox box, ObjectMapper mapper, EndpointUrls urls) {
        this.box = box;
        this.mapper = mapper;
        this.urls = urls;
    }

    /** What the API would make of the request, with a new secret. For those who make endpoints without it. */
    public Uni<EndpointEntity> create(UUID id, EndpointRequest request) {
        return create(id, EndpointForm.of(request, urls), SigningKey.generate());
    }

    /**
     * @param secret null: unsigned
     */
    Uni<EndpointEntity> create(UUID id, EndpointForm form, String secret) {
        EndpointEntity row = new EndpointEntity();
        row.id = id;
        row.status = EndpointStatus.ACTIVE.word();
        row.createdAt = Instant.now();
        row.countsFrom = row.createdAt;
        write(row, form);
        row.seal(box, secret);
        return row.persist();
    }

    Uni<EndpointEntity> find(UUID id) {
        return EndpointEntity.<EndpointEntity>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("endpoint"));
    }

    /** For changes of the columns that the recorder of attempts changes, too: one of them after the other. */
    private static Uni<EndpointEntity> locked(UUID id) {
        return EndpointEntity.<EndpointEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("endpoint"));
    }

    /** What the endpoint would be after the change. Its new URL is looked up by the caller, outside any transaction. */
    EndpointForm changed(EndpointEntity row, ObjectNode patch) {
        EndpointRequest merged =
                MergePatch.apply(mapper, base(row, patch), unmasked(row, patch), EndpointRequest.class);
        EndpointForm form = EndpointForm.of(merged, urls);
        secretAfter(row, patch, form.signature());
        return form;
    }

    /** Changes what the patch gives, as the API does. */
    public Uni<EndpointEntity> change(UUID id, ObjectNode patch) {
        Uni<EndpointEntity> found = patch.has("url") ? locked(id) : find(id);
        return found.invoke(row -> {
            EndpointForm form = changed(row, patch);
            String secret = secretAfter(row, patch, form.signature());
            boolean moved = !form.url().equals(row.url);
            write(row, form);
            if (moved) {
                forgetFailures(row);
            }
            if (patch.has("secret")) {
                row.seal(box, secret);
                forgetPrevious(row);
            }
        });
    }

    /** A new secret; the old one goes on beside it for a while. */
    Uni<EndpointEntity> rotate(UUID id, String secret, Duration overlap) {
        return find(id).invoke(row -> {
            String old = row.secret(box);
            forgetPrevious(row);
            if (old != null && !overlap.isZero()) {
                row.sealPrevious(box, old);
                row.previousSecretUntil = Instant.now().plus(overlap);
            }
            row.seal(box, secret);
            row.updatedAt = Instant.now();
        });
    }

    Uni<EndpointEntity> enable(UUID id) {
        return locked(id).invoke(row -> {
            row.status = EndpointStatus.ACTIVE.word();
            row.disabledReason = null;
            row.disabledAt = null;
            row.updatedAt = Instant.now();
            forgetFailures(row);
        });
    }

    Uni<EndpointEntity> disable(UUID id) {
        return locked(id).invoke(row -> {
            if (row.currentStatus() != EndpointStatus.DISABLED) {
                row.status = EndpointStatus.DISABLED.word();
                row.disabledReason = "manual";
                row.disabledAt = Instant.now();
                row.updatedAt = row.disabledAt;
            }
        });
    }

    /** A change of preset brings its defaults, unless the same change says otherwise. */
    private ObjectNode base(EndpointEntity row, ObjectNode patch) {
        ObjectNode current = mapper.valueToTree(EndpointRequest.of(row));
        if (patch.has("preset")) {
            current.remove(List.of("signature", "timeout", "retry_policy", "disable_after"));
        }
        return current;
    }

    /** A header that comes back as it was shown, masked, keeps its value. */
    private static ObjectNode unmasked(EndpointEntity row, ObjectNode patch) {
        if (!(patch.get("headers") instanceof ObjectNode)) {
            return patch;
        }
        ObjectNode unmasked = patch.deepCopy();
        ObjectNode headers = (ObjectNode) unmasked.get("headers");
        for (String name : row.headerMap().keySet()) {
            if (ConfidentialHeaders.names(name)
                    && ConfidentialHeaders.MASK.equals(headers.path(name).textValue())) {
                headers.remove(name);
            }
        }
        return unmasked;
    }

    private String secretAfter(EndpointEntity row, ObjectNode patch, SignatureScheme scheme) {
        boolean given = patch.has("secret");
        if (given && !patch.get("secret").isTextual()) {
            throw ProblemException.field("secret", "must be a text; for a new one use secret/rotate");
        }
        String secret = given ? patch.get("secret").textValue() : row.secret(box);
        if (secret == null || secret.isEmpty()) {
            return null;
        }
        SigningKey.refusal(scheme, secret).ifPresent(reason -> {
            throw ProblemException.field(
                    given ? "secret" : "signature", given ? reason : "does not fit the secret, which " + reason);
        });
        return secret;
    }

    /** What the receiver that was did says nothing about the one that is; nor do attempts that still come in. */
    private static void forgetFailures(EndpointEntity row) {
        row.consecutiveFailures = 0;
        row.failingSince = null;
        row.countsFrom = row.updatedAt;
    }

    private static void forgetPrevious(EndpointEntity row) {
        row.sealedPreviousSecret = null;
        row.previousSecretUntil = null;
    }

    private static void write(EndpointEntity row, EndpointForm form) {
        row.name = form.name();
        row.url = form.url();
        row.events = Json.text(form.events());
        row.signature = form.signature().word();
        row.headers = Json.text(form.headers());
        row.retryPolicy =
                Json.text(form.retries().stream().map(Duration::toMillis).toList());
        row.timeoutMs = form.timeout().toMillis();
        row.maxInFlight = form.maxInFlight();
        row.rateLimit = form.rateLimit();
        row.ordered = form.ordered();
        row.disableAfter = form.disableAfter();
        row.disableAfterSpanMs = form.disableAfterSpan().toMillis();
        row.filter = form.filter() == null ? null : form.filter().toString();
        row.preset = form.preset().word();
        row.updatedAt = Instant.now();
    }
}
