package dev.waymark.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What can stand in one place of a command line, so that a shell can complete it.
 *
 * @param words all that can stand there; those that are always the same
 */
record Values(Kind kind, List<String> words) {
    /** Files and folders. */
    static final Values FILES = new Values(Kind.FILES, List.of());

    static final Values FOLDERS = new Values(Kind.FOLDERS, List.of());

    /** Something that only the user knows. */
    static final Values ANYTHING = new Values(Kind.ANYTHING, List.of());

    /** What a shell does to complete them. */
    enum Kind {
        WORDS,
        /** Words, and the targets of the intent in the working folder. */
        TARGETS,
        FILES,
        FOLDERS,
        ANYTHING
    }

    Values {
        words = Collections.unmodifiableList(new ArrayList<>(words));
    }

    static Values of(List<String> words) {
        return new Values(Kind.WORDS, words);
    }

    static Values ofTargets(List<String> words) {
        return new Values(Kind.TARGETS, words);
    }
}
