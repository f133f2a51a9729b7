package io.ticketwire.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Reached by reflection in the native image, beyond what Quarkus finds by itself. The one place for it. */
@RegisterForReflection(
        targets = {Problem.class, Problem.FieldError.class, Page.class},
        classNames = {
            "io.ticketwire.connector.ConnectorSecrets",
            "io.ticketwire.connector.ConnectorOptions",
            "io.ticketwire.security.idempotency.Idempotency$Remembered"
        })
final class NativeReflection {

    private NativeReflection() {}
}
