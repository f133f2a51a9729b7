package io.ticketwire.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** What a caller hears about a body that cannot be read: where and what, in words of JSON and not of Java. */
public final class JsonProblems {

    private JsonProblems() {}

    public static Problem of(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Problem.ofFields(List.of(new Problem.FieldError(path(mapping), message(mapping))));
        }
        if (failure instanceof JsonMappingException) {
            return Problem.of(Response.Status.BAD_REQUEST, "The body must be a JSON object");
        }
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        return Problem.of(Response.Status.BAD_REQUEST, "The body is not valid JSON" + where);
    }

    private static String message(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (failure instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "must be one of " + words(format.getTargetType());
        }
        if (failure.getCause() instanceof JsonProcessingException) {
            return "is not valid JSON";
        }
        return "has the wrong type";
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getFields())
                .map(field -> field.getAnnotation(JsonProperty.class))
                .filter(property -> property != null)
                .map(JsonProperty::value)
                .collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
