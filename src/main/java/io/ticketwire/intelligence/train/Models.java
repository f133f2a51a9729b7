package io.ticketwire.intelligence.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.ModelFile;

/** Models as the commands name them. */
final class Models {

    private Models() {}

    /** @param file null: the one that this version ships */
    static Model load(Path file) throws IOException {
        if (file == null) {
            return ModelFile.shipped();
        }
        try {
            return ModelFile.read(file);
        } catch (InvalidModelException e) {
            throw new IOException(file + " " + e.getMessage(), e);
        }
    }

    /**
     * In one step, as the file may be in use.
     *
     * @throws InvalidModelException if it has more than a model file may hold: then nothing is written
     */
    static void write(Path file, Model model) throws IOException {
        byte[] bytes = ModelFile.bytes(model);
        ModelFile.read(new ByteArrayInputStream(bytes));
        Replacement.write(file, bytes);
    }
}
