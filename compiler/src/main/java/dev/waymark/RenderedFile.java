package dev.waymark;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Fields;
import dev.waymark.inventory.PartOfObject;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.ManifestObject;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a rendered file says.
 *
 * @param whole objects of ours
 * @param parts what it puts on objects of others
 * @param damage why it could not be read to its end
 */
record RenderedFile(List<ManifestObject> whole, List<PartOfObject> parts, List<Diagnostic> damage) {
    /** What only lists others, in a layer or beside Components of objects, and what delivers. */
    private static final Pattern LISTS = Pattern.compile(
            "[^/]+/kustomization\\.yaml|components/[^/]+/(objects|namespace)/kustomization\\.yaml|(argocd|flux)/.*");

    private static final RenderedFile NOTHING = new RenderedFile(List.of(), List.of(), List.of());

    /**
     * Reads a file.
     *
     * @param path in the folder of its unit
     * @param namespace of objects that state none
     */
    static RenderedFile of(String path, SourceFile file, String namespace) {
        if (LISTS.matcher(path).matches()) {
            return NOTHING;
        }
        YamlStream stream = YamlReader.read(path.startsWith("components/") ? withoutGuards(file) : file);
        RenderedFile found = new RenderedFile(new ArrayList<>(), new ArrayList<>(), stream.damage());
        for (YamlDocument document : stream.documents()) {
            if (document.root() instanceof YamlMapping root) {
                found.add(path, document, root, namespace);
            }
        }
        return found;
    }

    /** A Component ends with what makes a patch fail that misses, which is half of it and says nothing about labels. */
    private static SourceFile withoutGuards(SourceFile component) {
        String text = component.text();
        int guards = text.indexOf("\nreplacements:\n");
        return guards < 0 ? component : new SourceFile(component.name(), text.substring(0, guards + 1));
    }

    private void add(String path, YamlDocument document, YamlMapping root, String namespace) {
        String[] folders = path.split("/", -1);
        switch (folders[0]) {
            case "gateways", "enrollment" -> whole.add(object(document, root));
            case "labels" -> PartOfObject.of(root, namespace).ifPresent(parts::add);
            case "components" -> Fields.list(root, "patches").forEach(patch -> addPatch(patch, folders[1]));
            default -> {}
        }
    }

    private static ManifestObject object(YamlDocument document, YamlMapping root) {
        String apiVersion = root.text("apiVersion").orElse("");
        return new ManifestObject(
                document.file(),
                document.index(),
                "",
                apiVersion,
                root.text("kind").orElse(""),
                root);
    }

    /**
     * A patch is a document in a text: its labels stand where the text stands.
     *
     * @param namespace of the object, which no patch states
     */
    private void addPatch(YamlNode patch, String namespace) {
        Fields.scalar(patch, "patch")
                .ifPresent(text -> YamlReader.read(new SourceFile("", text.text())).documents().stream()
                        .map(YamlDocument::root)
                        .filter(YamlMapping.class::isInstance)
                        .flatMap(root -> PartOfObject.of((YamlMapping) root, namespace).stream())
                        .map(found -> found.at(text.span()))
                        .forEach(parts::add));
    }
}
