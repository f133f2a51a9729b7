package io.ticketwire.platform;

import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A problem document (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param detail for the caller; never a secret, never a stack trace
 * @param errors one per field that is wrong; null if the problem is not about fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final MediaType MEDIA = new MediaType("application", "problem+json");

    /** What is wrong with one field, by the name that the caller used. */
    public record FieldError(String field, String message) {}

    /** A problem with a status of HTTP. */
    public static Problem of(Response.StatusType status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, null);
    }

    /** A request whose fields are wrong. */
    public static Problem ofFields(List<FieldError> errors) {
        return new Problem("about:blank", "Bad Request", 400, "Some fields are not valid", List.copyOf(errors));
    }

    /** The response that shows it. */
    public Response response() {
        return Response.status(status).type(MEDIA).entity(this).build();
    }
}
