package io.ticketwire.ingress.attachment;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of attachments is kept, and how long. */
@ConfigMapping(prefix = "ticketwire.attachments")
public interface AttachmentSettings {

    /** How long an attachment is kept. */
    @WithDefault("7d")
    Duration retention();

    /** Bytes of the largest attachment that is kept; of a larger one only its description is in the event. */
    @WithDefault("25M")
    MemorySize maxSize();

    /** Bytes of all attachments together; when they are reached, new ones are not kept, and counted. */
    @WithDefault("2G")
    MemorySize maxTotal();
}
