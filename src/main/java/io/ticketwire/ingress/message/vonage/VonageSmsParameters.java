package io.ticketwire.ingress.message.vonage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.FormBody.Parameter;
import io.ticketwire.ingress.IncomingRequest;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The parameters of a callback, decoded: of the query, of a form, or of a flat JSON object, whose numbers are signed as the
 * text that they were written as.
 *
 * @param all in the order in which they came
 */
record VonageSmsParameters(List<Parameter> all) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Null if they can't be read. */
    static VonageSmsParameters of(IncomingRequest request) {
        if (request.method().equals("GET") || request.content().length() == 0) {
            return ofForm(
                    request.query() == null ? new byte[0] : request.query().getBytes(UTF_8));
        }
        return FORM.equals(request.mediaType()) ? ofForm(request.body()) : ofJson(request.body());
    }

    private static VonageSmsParameters ofForm(byte[] form) {
        return FormBody.of(form) instanceof FormBody.Parsed parsed
                ? new VonageSmsParameters(parsed.parameters())
                : null;
    }

    private static VonageSmsParameters ofJson(byte[] json) {
        List<Parameter> all = new ArrayList<>();
        try (JsonParser parser = Json.mapper().createParser(json)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME && all.size() < FormBody.MAX_PARAMETERS) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isStructStart()) {
                    return null;
                }
                all.add(new Parameter(name, value == JsonToken.VALUE_NULL ? "" : parser.getText()));
            }
            boolean whole = object && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? new VonageSmsParameters(all) : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    /** Whether a name was given more than once: then it can't be said which one was signed. */
    boolean isAmbiguous() {
        Set<String> names = new HashSet<>();
        return all.stream().anyMatch(parameter -> !names.add(parameter.name()));
    }

    /** Null if it was not given, or is blank. */
    String value(String name) {
        return all.stream()
                .filter(parameter ->
                        parameter.name().equals(name) && !parameter.value().isBlank())
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }
}
