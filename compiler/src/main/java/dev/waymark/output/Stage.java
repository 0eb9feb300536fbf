package dev.waymark.output;

import java.io.IOException;

/** Where documents wait until all of them are there. */
interface Stage extends AutoCloseable {
    /**
     * Stages one file.
     *
     * @param path relative to the output directory
     */
    void put(String path, byte[] content) throws IOException;

    /** Makes everything visible. */
    void commit(Plan plan) throws IOException;

    /** Removes what is left of it. */
    @Override
    void close() throws IOException;
}
