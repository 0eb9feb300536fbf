package dev.waymark.source;

import java.io.IOException;
import java.io.InputStream;

/** What can be read more than once. */
interface Bytes {
    long size() throws IOException;

    /** All behind the first {@code from} bytes. */
    InputStream open(long from) throws IOException;
}
