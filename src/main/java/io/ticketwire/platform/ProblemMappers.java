package io.ticketwire.platform;

import java.util.List;
import java.util.UUID;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever ends a request, the caller gets a problem document. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final PropertyNamingStrategies.NamingBase SNAKE_CASE =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    public Response malformed(MismatchedInputException e) {
        return JsonProblems.of(e).response();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<Problem.FieldError> errors =
                e.getConstraintViolations().stream().map(ProblemMappers::error).toList();
        return Problem.ofFields(errors).response();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return JsonProblems.of(json).response();
        }
        if (e.getCause() instanceof ProblemException parameter) {
            return parameter.problem().response();
        }
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            LOG.errorf(e, "Request failed with %d", status);
        }
        Response.ResponseBuilder answer = Response.fromResponse(
                Problem.of(original.getStatusInfo(), detail(status)).response());
        if (status == 405) {
            answer.allow(AllowedMethods.ofCurrentPath());
        }
        for (String header : List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE)) {
            if (original.getHeaders().containsKey(header)) {
                answer.header(header, original.getHeaders().getFirst(header));
            }
        }
        return answer.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(SecurityException e) {
        return Response.fromResponse(Problem.of(
                                Response.Status.UNAUTHORIZED,
                                "A valid API token is required: Authorization: Bearer <token>")
                        .response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of(Response.Status.FORBIDDEN, "The token's role does not allow this")
                .response();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (Away.caused(e)) {
            LOG.warnf("Request refused, the database cannot be reached: %s", e.getMessage());
            return Response.fromResponse(
                            Problem.of(Response.Status.SERVICE_UNAVAILABLE, "The database cannot be reached")
                                    .response())
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        }
        UUID id = UUID.randomUUID();
        LOG.errorf(e, "Request failed, error %s", id);
        return Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR, "Something went wrong; the log knows it as error " + id)
                .response();
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed";
            case 404 -> "There is nothing at this path";
            case 405 -> "The method is not allowed here";
            case 406 -> "No media type that the caller accepts is available";
            case 413 -> "The body is too large";
            case 415 -> "The media type of the body is not supported";
            default -> null;
        };
    }

    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD
                    || node.getKind() == ElementKind.PARAMETER
                    || node.getName() == null) {
                continue;
            }
            field.append(field.isEmpty() ? "" : ".").append(SNAKE_CASE.translate(node.getName()));
        }
        return new Problem.FieldError(field.toString(), violation.getMessage());
    }
}
