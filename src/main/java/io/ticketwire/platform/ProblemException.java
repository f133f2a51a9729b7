package io.ticketwire.platform;

import java.util.List;

import jakarta.ws.rs.core.Response;

/** Ends a request with a problem document. For what a caller did wrong, so it has no stack trace. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(Response.Status status, String detail) {
        this(Problem.of(status, detail));
    }

    /** The thing that the path names does not exist. */
    public static ProblemException notFound(String what) {
        return new ProblemException(Response.Status.NOT_FOUND, "There is no such " + what);
    }

    /** One field is wrong. */
    public static ProblemException field(String field, String message) {
        return new ProblemException(Problem.ofFields(List.of(new Problem.FieldError(field, message))));
    }

    public Problem problem() {
        return problem;
    }
}
