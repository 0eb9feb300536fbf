package dev.waymark;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Fields;
import dev.waymark.inventory.PartOfObject;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import dev.waymark.yaml.ManifestObject;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Optional<List<PrintedComponent.Patch>> patches =
                path.startsWith("components/") ? PrintedComponent.patches(file) : Optional.empty();
        if (patches.isPresent()) {
            RenderedFile found = new RenderedFile(List.of(), new ArrayList<>(), List.of());
            patches.get().forEach(patch -> found.addPatch(patch.document(), patch.place(), namespaceOf(path)));
            return found;
        }
        YamlStream stream = YamlReader.read(file);
        RenderedFile found = new RenderedFile(new ArrayList<>(), new ArrayList<>(), stream.damage());
        for (YamlDocument document : stream.documents()) {
            if (document.root() instanceof YamlMapping root) {
                found.add(path, document, root, namespace);
            }
        }
        return found;
    }

    private void add(String path, YamlDocument document, YamlMapping root, String namespace) {
        switch (path.substring(0, Math.max(0, path.indexOf('/')))) {
            case "gateways", "enrollment" -> whole.add(object(document, root));
            case "labels" -> PartOfObject.of(root, namespace).ifPresent(parts::add);
            case "components" ->
                Fields.list(root, "patches")
                        .forEach(patch -> Fields.scalar(patch, "patch")
                                .ifPresent(text -> addPatch(text.text(), text.span(), namespaceOf(path))));
            default -> {}
        }
    }

    /** No patch states the namespace of its object: its folder does. */
    private static String namespaceOf(String component) {
        return component.split("/", -1)[1];
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
     * A patch is a document in a text.
     *
     * @param place where its labels stand for the reader: that of the text
     */
    private void addPatch(String document, Span place, String namespace) {
        YamlReader.read(new SourceFile("", document)).documents().stream()
                .map(YamlDocument::root)
                .filter(YamlMapping.class::isInstance)
                .flatMap(root -> PartOfObject.of((YamlMapping) root, namespace).stream())
                .map(found -> found.at(place))
                .forEach(parts::add);
    }
}
