package dev.waymark.inject;

import dev.waymark.inventory.Fields;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects of ours beside those of a stream, unless it has them already. */
public final class Appended {
    private static final String MARK = "---\n";

    private Appended() {}

    /**
     * The stream, and behind it what it lacks.
     *
     * @param documents of ours, each with its mark
     * @throws InputException if the stream has another object of the same name
     */
    public static String toStream(String stream, String documents) throws InputException {
        StringBuilder whole = new StringBuilder(stream);
        for (String document : lacking(stream, documents)) {
            boolean ended = whole.isEmpty() || whole.charAt(whole.length() - 1) == '\n';
            whole.append(ended ? "" : "\n").append(MARK).append(document);
        }
        return whole.toString();
    }

    /** The same with the items of a ResourceList; ours come first. */
    public static String toItems(String list, String documents) throws InputException {
        List<String> lacking = lacking(list, documents);
        if (lacking.isEmpty()) {
            return list;
        }
        YamlNode first = YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, list)).documents().stream()
                .map(document -> (YamlMapping) document.root())
                .flatMap(root -> Fields.list(root, "items").stream())
                .findFirst()
                .orElseThrow(() -> new InputException("the ResourceList has no items, so that ours find no place"));
        int field = list.offsetByCodePoints(0, first.span().start());
        int line = list.lastIndexOf('\n', field - 1) + 1;
        String dash = list.substring(line, field);
        if (!dash.matches(" *- +")) {
            throw new InputException(
                    "the items of the ResourceList are not laid out as a block, so that ours find no place");
        }
        String inner = " ".repeat(dash.length());
        String items = lacking.stream()
                .map(document -> dash + document.strip().replace("\n", "\n" + inner) + "\n")
                .collect(Collectors.joining());
        return list.substring(0, line) + items + list.substring(line);
    }

    private static List<String> lacking(String stream, String documents) throws InputException {
        Map<OwnObject.Id, Long> there = new HashMap<>();
        List<StreamPart> ours = StreamPart.of(documents);
        List<OwnObject> objects =
                ours.stream().flatMap(part -> OwnObject.in(part.text())).toList();
        StreamPart.of(stream).stream()
                .filter(part -> objects.stream()
                        .anyMatch(object -> part.text().contains(object.id().name())))
                .flatMap(part -> OwnObject.in(part.text()))
                .forEach(object -> there.put(object.id(), object.content()));
        List<String> lacking = new ArrayList<>();
        for (int index = 0; index < ours.size(); index++) {
            OwnObject object = objects.get(index);
            Long known = there.get(object.id());
            if (known == null) {
                lacking.add(withoutMark(ours.get(index).text()));
            } else if (known != object.content()) {
                throw new InputException("standard input has another " + object.id()
                        + " than ours; leave --with-resources out, or take it out of the stream");
            }
        }
        return lacking;
    }

    private static String withoutMark(String document) {
        return document.startsWith(MARK) ? document.substring(MARK.length()) : document;
    }
}
