package io.ticketwire.ingress.signature;

import java.util.Base64;
import java.util.HexFormat;

/** How the bytes of a signature are written. */
public enum Encoding {
    /** Lower case. */
    HEX,

    /** The standard alphabet, padded. */
    BASE64;

    String of(byte[] bytes) {
        return this == HEX
                ? HexFormat.of().formatHex(bytes)
                : Base64.getEncoder().encodeToString(bytes);
    }
}
