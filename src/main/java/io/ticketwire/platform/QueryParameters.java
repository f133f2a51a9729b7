package io.ticketwire.platform;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

/**
 * Reads query parameters that are numbers, ids or times. One that is none is a 400 that names the parameter; JAX-RS by
 * itself would say 404.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS =
            Map.of(Integer.class, Integer::valueOf, UUID.class, UUID::fromString, Instant.class, Instant::parse);
    private static final Map<Class<?>, String> MESSAGES = Map.of(
            Integer.class, "must be a number",
            UUID.class, "must be a UUID",
            Instant.class, "must be a time such as 2026-07-01T09:00:00Z");

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reader = READERS.get(type);
        for (Annotation annotation : annotations) {
            if (reader != null && annotation instanceof QueryParam parameter) {
                return new Converter<>(type, reader, parameter.value());
            }
        }
        return null;
    }

    private record Converter<T>(Class<T> type, Function<String, ?> reader, String name) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return text == null || text.isEmpty() ? null : type.cast(reader.apply(text));
            } catch (RuntimeException malformed) {
                throw ProblemException.field(name, MESSAGES.get(type));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
