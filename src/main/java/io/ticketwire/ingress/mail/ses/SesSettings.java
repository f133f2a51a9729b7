package io.ticketwire.ingress.mail.ses;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds for fetching the certificates that the signatures of Amazon SNS are checked with. */
@ConfigMapping(prefix = "ticketwire.ingress.ses")
public interface SesSettings {

    /** How long fetching a certificate may take, from the look-up of the name to the last byte; requests wait for it. */
    @WithDefault("3s")
    Duration fetchTimeout();

    /** The largest certificate that is read; a larger one counts as not fetched. */
    @WithDefault("16K")
    MemorySize maxCertificateBytes();

    /** How many certificates are fetched within a minute, over all connectors: what comes beyond is answered 503. */
    @WithDefault("10")
    int certificateFetchesPerMinute();
}
