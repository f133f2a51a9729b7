package io.ticketwire.intelligence.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text of the files in {@code customer-text}: its name stands above it. */
record Block(String name, String text) {

    private static final Path FOLDER = Path.of("src/test/resources/fixtures/customer-text");

    static List<Block> of(String file) {
        List<Block> blocks = new ArrayList<>();
        try {
            for (String block : Files.readString(FOLDER.resolve(file)).split("(?m)^## ")) {
                int end = block.indexOf('\n');
                if (end > 0) {
                    blocks.add(new Block(block.substring(0, end), block.substring(end + 1, block.length() - 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }

    @Override
    public String toString() {
        return name;
    }
}
