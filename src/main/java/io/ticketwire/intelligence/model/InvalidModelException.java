package io.ticketwire.intelligence.model;

import java.io.IOException;

/** A model that this version can't read with. The message goes on where the name of its file ends. */
public final class InvalidModelException extends IOException {

    private static final long serialVersionUID = 1L;

    public InvalidModelException(String message) {
        super(message);
    }
}
