package dev.waymark.schema;

import tools.jackson.databind.node.StringNode;

/** A string that prints itself: the validator prints values for its messages, and Jackson sets up a mapper to do so. */
final class JsonText extends StringNode {
    private static final long serialVersionUID = 1L;

    JsonText(String text) {
        super(text);
    }

    @Override
    public String toString() {
        return '"' + stringValue() + '"';
    }
}
