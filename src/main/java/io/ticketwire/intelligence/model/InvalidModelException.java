package io.ticketwire.intelligence.model;

import java.io.IOException;

/** A file is no model that this version can read. The message goes on where the file's name ends. */
public final class InvalidModelException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidModelException(String message) {
        super(message);
    }
}
