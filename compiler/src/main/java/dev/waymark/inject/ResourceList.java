package dev.waymark.inject;

import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * What a KRM function is given and answers with (config.kubernetes.io/v1, functions-spec.md of Kustomize): objects, and
 * the configuration of the function, which is an intent.
 */
public final class ResourceList {
    private static final String KIND = "ResourceList";
    private static final String GROUP = "config.kubernetes.io/";
    private static final String CONFIG = "functionConfig";
    private static final String RESULTS = "results";

    private final String text;
    private final YamlMapping root;

    private ResourceList(String text, YamlMapping root) {
        this.text = text;
        this.root = root;
    }

    /** The list that a stream is; empty if it is of plain manifests. */
    public static Optional<ResourceList> in(String stream) {
        if (!stream.contains(KIND)) {
            return Optional.empty();
        }
        return YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, stream)).documents().stream()
                .map(YamlDocument::root)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .filter(root -> root.text("kind").filter(KIND::equals).isPresent())
                .filter(root -> root.text("apiVersion")
                        .filter(version -> version.startsWith(GROUP))
                        .isPresent())
                .map(root -> new ResourceList(stream, root))
                .findFirst();
    }

    /**
     * The intent: the text of the list with everything else taken out, so that all lines are where they were.
     *
     * @throws InputException if there is none
     */
    public String intent() throws InputException {
        Entry config = root.entry(CONFIG)
                .filter(entry -> entry.value() instanceof YamlMapping)
                .orElseThrow(() ->
                        new InputException("the ResourceList has no functionConfig, which is to be a MeshIntent"));
        int start = index(config.value().span().start());
        if (text.charAt(start) == '{') {
            int end = index(config.value().span().end());
            return blank(text.substring(0, start)) + text.substring(start, end) + blank(text.substring(end));
        }
        int line = text.lastIndexOf('\n', start - 1) + 1;
        int end = endOfBlock(line);
        return blank(text.substring(0, line)) + text.substring(line, end) + blank(text.substring(end));
    }

    /** The first line behind a place that does not stand further in than the fields of the list. */
    private int endOfBlock(int from) {
        int at = from;
        while (at < text.length() && " #\r\n".indexOf(text.charAt(at)) >= 0) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return at;
    }

    private static String blank(String part) {
        return part.replaceAll("[^\\r\\n]", " ");
    }

    private int index(int offset) {
        return text.offsetByCodePoints(0, offset);
    }

    /** The list with what was found, unless it holds the findings of another function. */
    public String withResults(List<Result> results) {
        if (root.entry(RESULTS).isPresent()) {
            return text;
        }
        int start = index(root.span().start());
        if (text.charAt(start) == '{') {
            return text.substring(0, start + 1) + "\"" + RESULTS + "\": " + Result.flow(results) + ", "
                    + text.substring(start + 1);
        }
        int end = text.stripTrailing().length();
        return text.substring(0, end) + "\n" + RESULTS + ":\n" + Result.block(results);
    }
}
