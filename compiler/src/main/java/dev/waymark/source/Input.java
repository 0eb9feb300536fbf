package dev.waymark.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a command was told to read.
 *
 * @param name as it was given
 * @param sources a file, or the files of a folder; one that several inputs reach is the same object in each
 */
public record Input(String name, List<Source> sources) {
    public Input {
        sources = Collections.unmodifiableList(new ArrayList<>(sources));
    }
}
