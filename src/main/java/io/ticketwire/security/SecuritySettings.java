package io.ticketwire.security;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Keys and tokens that come from outside. */
@ConfigMapping(prefix = "ticketwire")
public interface SecuritySettings {

    Security security();

    Admin admin();

    /** Secrets at rest. */
    interface Security {
        /**
         * What secrets are sealed with: 32 bytes in base64, the same for all processes. May be absent only in the
         * standalone run, which makes a key and keeps it beside its data.
         */
        Optional<String> encryptionKey();

        /** Earlier keys, in base64: they still open what was sealed with them, and seal nothing. */
        Optional<List<String>> previousEncryptionKeys();
    }

    /** The way in. */
    interface Admin {
        /** A token with every right that is not stored; when it is absent, the first start makes one and prints it. */
        Optional<String> token();
    }
}
