package io.ticketwire.ingress.message;

import java.util.Set;

/**
 * What a provider's error codes say about trying again.
 *
 * @param permanent those after which sending it again is of no use
 * @param temporary those that may pass
 */
public record ErrorCodes(Set<String> permanent, Set<String> temporary) {

    /** As {@link MessageError#permanent()}: null for a code that is in neither table, or null itself. */
    public Boolean isPermanent(String code) {
        if (code == null) {
            return null;
        }
        return permanent.contains(code) ? Boolean.TRUE : temporary.contains(code) ? Boolean.FALSE : null;
    }
}
