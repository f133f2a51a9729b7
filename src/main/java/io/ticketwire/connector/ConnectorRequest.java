package io.ticketwire.connector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.ticketwire.platform.Texts;

/**
 * What a connector is made from. A secret may be a text or a list: the current one first, then those still accepted.
 *
 * @param enabled on when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectorRequest(
        String name,
        String type,
        Boolean enabled,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> webhookSecret,
        Map<String, Texts> credentials,
        String syncMode,
        String publicUrl,
        Settings settings) {

    /** See {@link ConnectorOptions}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settings(String replayWindow, String baseUrl, Boolean createTickets) {}

    /** What the row would be made from, secrets included: the base of a change. */
    static ConnectorRequest of(ConnectorEntity row, ConnectorSecrets secrets) {
        Map<String, Texts> credentials = new HashMap<>();
        secrets.credentials().forEach((key, values) -> credentials.put(key, new Texts(values)));
        ConnectorOptions options = row.options();
        return new ConnectorRequest(
                row.name,
                row.type,
                row.enabled,
                secrets.webhookSecret().isEmpty() ? null : secrets.webhookSecret(),
                credentials,
                row.syncMode,
                row.publicUrl(),
                new Settings(
                        options.replayWindow() == null
                                ? null
                                : options.replayWindow().toString(),
                        options.baseUrl(),
                        options.createTickets()));
    }
}
