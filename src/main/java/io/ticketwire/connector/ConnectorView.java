package io.ticketwire.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.ticketwire.security.SecretHint;

/**
 * A connector as it is shown: never a secret.
 *
 * @param webhookUrl what to enter at the sender
 * @param secretHint the last characters of the current secret; null if there is none
 */
public record ConnectorView(
        UUID id,
        String name,
        String type,
        boolean enabled,
        String syncMode,
        String publicUrl,
        String webhookUrl,
        boolean hasSecret,
        String secretHint,
        Map<String, Credential> credentials,
        ConnectorOptions settings,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A credential as it is shown.
     *
     * @param value only of what is not secret, a subdomain for example
     * @param hint the last characters of a secret
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Credential(boolean hasValue, String value, String hint) {}

    /**
     * @param base the public base URL, without a slash at its end
     */
    static ConnectorView of(ConnectorEntity row, ConnectorSecrets secrets, String base) {
        ConnectorType type = ConnectorType.of(row.type).orElse(null);
        return new ConnectorView(
                row.id,
                row.name,
                row.type,
                row.enabled,
                row.syncMode,
                withoutPassword(row.publicUrl()),
                withoutPassword(webhookUrl(row, type, base)),
                !secrets.webhookSecret().isEmpty(),
                SecretHint.of(first(secrets.webhookSecret())),
                credentials(type, secrets),
                row.options(),
                row.createdAt,
                row.updatedAt);
    }

    /** The public URL as it was entered, or without one the route at our base. */
    private static String webhookUrl(ConnectorEntity row, ConnectorType type, String base) {
        if (type == null) {
            return null;
        }
        String url = row.publicUrl() == null ? base + type.route() : row.publicUrl();
        return url.endsWith("/" + row.id) ? url : url + "?connectorId=" + row.id;
    }

    /** Null stays null. */
    private static String withoutPassword(String url) {
        return url == null ? null : url.replaceFirst("^(https?://[^/?#@:]*:)[^/?#@]*@", "$1***@");
    }

    private static Map<String, Credential> credentials(ConnectorType type, ConnectorSecrets secrets) {
        Map<String, Credential> shown = new TreeMap<>();
        secrets.credentials().forEach((key, values) -> {
            boolean open = type != null
                    && type.credential(key).map(field -> !field.secret()).orElse(false);
            shown.put(
                    key,
                    open
                            ? new Credential(true, first(values), null)
                            : new Credential(true, null, SecretHint.of(first(values))));
        });
        return shown;
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? null : values.get(0);
    }
}
