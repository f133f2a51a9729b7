package io.ticketwire.platform.launch;

/** A reason not to start that its reader can mend. The message is one line, complete, and holds no secret. */
public class LaunchFailure extends RuntimeException {

    /** @param message what is wrong and what to do about it, in one line */
    public LaunchFailure(String message) {
        super(message);
    }

    /** @param cause kept for debuggers; nobody prints it */
    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
