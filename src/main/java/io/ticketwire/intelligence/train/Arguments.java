package io.ticketwire.intelligence.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What stands behind a command: {@code --name value} for each. */
record Arguments(Map<String, String> values) {

    /** @throws UsageException if there is a name that the command doesn't know, or one without a value */
    static Arguments of(String[] args, int from, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = from; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!known.contains(name)) {
                throw new UsageException("unknown option " + args[i] + "; there are "
                        + known.stream().sorted().map(option -> "--" + option).toList());
            }
            if (i + 1 == args.length) {
                throw new UsageException(args[i] + " needs a value");
            }
            values.put(name, args[i + 1]);
        }
        return new Arguments(values);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new UsageException("--" + name + " is missing");
        }
        return value;
    }

    /** @throws UsageException if it is a folder */
    Path requiredFile(String name) {
        required(name);
        return file(name);
    }

    /** @throws UsageException if it is a folder */
    Path file(String name, String otherwise) {
        return has(name) ? file(name) : Path.of(otherwise);
    }

    /**
     * Null if it is not given.
     *
     * @throws UsageException if it is a folder
     */
    Path file(String name) {
        if (!has(name)) {
            return null;
        }
        Path file = Path.of(values.get(name));
        if (Files.isDirectory(file)) {
            throw new UsageException("--" + name + " is a file, and " + file + " is a folder");
        }
        return file;
    }

    /** @throws UsageException if it is no whole number from 0 on */
    int count(String name, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}")) {
            throw new UsageException("--" + name + " is a number, and not " + value);
        }
        return Integer.parseInt(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
