package dev.waymark;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the patches of a Component that lies as {@code PatchComponent.ftl} prints it, line by line. Most rendered files
 * are such, and their patches have to be parsed anyway; what has any other form is left to the parser.
 */
final class PrintedComponent {
    private static final String HEAD = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n";
    private static final String TARGET = "- target: {";
    private static final String END_OF_TARGET = "}\n";
    private static final String PATCH = "  patch: ";
    private static final String LITERAL = "|-";
    private static final String INDENT = "    ";

    /** What makes a patch fail that misses: half of the file, and it says nothing about labels. */
    private static final String GUARDS = "replacements:\n";

    private final SourceFile file;
    private final String text;
    private final List<Patch> patches = new ArrayList<>();
    private int at;

    /**
     * A document in a text.
     *
     * @param place where the text begins
     */
    record Patch(String document, Span place) {}

    private PrintedComponent(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The patches; empty if the Component has another form. */
    static Optional<List<Patch>> patches(SourceFile component) {
        PrintedComponent reading = new PrintedComponent(component);
        return reading.isRead() ? Optional.of(reading.patches) : Optional.empty();
    }

    private boolean isRead() {
        if (!takes(HEAD)) {
            return false;
        }
        while (takes(TARGET)) {
            if (!takesFlatMapping() || !takes(PATCH) || !takesLiteral()) {
                return false;
            }
        }
        return !patches.isEmpty() && (at == text.length() || takes(GUARDS));
    }

    private boolean takes(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    /** The rest of a mapping of plain words, which ends with its line. */
    private boolean takesFlatMapping() {
        while (at < text.length() && isOfWords(text.charAt(at))) {
            at++;
        }
        return takes(END_OF_TARGET);
    }

    private static boolean isOfWords(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || "-._/:, ".indexOf(sign) >= 0;
    }

    private boolean takesLiteral() {
        Span place = new Span(file, at, at + 1);
        StringBuilder document = new StringBuilder();
        boolean indented = takes(LITERAL + "\n") && text.startsWith(INDENT, at) && !text.startsWith(INDENT + " ", at);
        while (indented && takes(INDENT)) {
            int line = at;
            while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '~') {
                at++;
            }
            document.append(text, line, at).append('\n');
            indented = at > line && takes("\n");
        }
        patches.add(new Patch(document.toString(), place));
        return indented;
    }
}
