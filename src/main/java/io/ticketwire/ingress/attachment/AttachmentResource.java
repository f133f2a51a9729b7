package io.ticketwire.ingress.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;

/** Attachments of messages. */
@Path("/api/v1/attachments/{id}")
@ServedBy(Role.API)
@Tag(name = "Messages")
public class AttachmentResource {

    private final AttachmentTable table;

    AttachmentResource(AttachmentTable table) {
        this.table = table;
    }

    /** To be saved and not shown: whoever sent it may have made it for the browser of whoever opens it. */
    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Downloads an attachment, byte for byte",
            description = "404 when it is older than the retention, or was too large to be kept.")
    public RestMulti<Buffer> download(@RestPath UUID id) {
        Uni<AttachmentTable.Kept> kept =
                table.find(id).map(found -> found.orElseThrow(() -> ProblemException.notFound("attachment")));
        return RestMulti.fromUniResponse(kept, found -> pieces(id), AttachmentResource::headers);
    }

    private static Map<String, List<String>> headers(AttachmentTable.Kept kept) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                List.of(MediaType.APPLICATION_OCTET_STREAM),
                HttpHeaders.CONTENT_LENGTH,
                List.of(Long.toString(kept.length())),
                HttpHeaders.CONTENT_DISPOSITION,
                List.of(disposition(kept.filename())),
                "X-Content-Type-Options",
                List.of("nosniff"),
                "Content-Security-Policy",
                List.of("sandbox"));
    }

    /** One after the other, and the next one only when it is wanted. */
    private Multi<Buffer> pieces(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(Numbering::new, numbering -> table.piece(id, numbering.next()))
                .whilst(Optional::isPresent)
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private static final class Numbering {
        private int number;

        int next() {
            return number++;
        }
    }

    /** RFC 6266, with the name in UTF-8 by RFC 8187. */
    static String disposition(String filename) {
        if (filename == null) {
            return "attachment";
        }
        StringBuilder name = new StringBuilder("attachment; filename*=UTF-8''");
        for (byte b : filename.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0;
            name.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return name.toString();
    }
}
