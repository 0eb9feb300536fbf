package dev.waymark.inject;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Fingerprint;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which object a manifest is, and what it says beside its metadata, where pipelines write what they like.
 *
 * @param id group, kind, namespace and name
 * @param content the same for manifests that say the same
 */
record OwnObject(Id id, long content) {
    private static final Set<String> NO_CONTENT = Set.of("apiVersion", "kind", "metadata", "status");

    /** An object, whatever its version. */
    record Id(String group, String kind, String namespace, String name) {
        @Override
        public String toString() {
            return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
        }
    }

    /** The objects of a text. */
    static Stream<OwnObject> in(String text) {
        return YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, text)).documents().stream()
                .map(YamlDocument::root)
                .flatMap(OwnObject::in);
    }

    private static Stream<OwnObject> in(YamlNode node) {
        if (!(node instanceof YamlMapping root)) {
            return Stream.empty();
        }
        String kind = root.text("kind").orElse("");
        if (kind.endsWith("List")) {
            return Fields.list(root, "items").stream().flatMap(OwnObject::in);
        }
        String version = root.text("apiVersion").orElse("");
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        String namespace = Fields.text(root, "metadata", "namespace").orElse("");
        return Fields.text(root, "metadata", "name").stream()
                .map(name -> new OwnObject(new Id(group, kind, namespace, name), content(root)));
    }

    private static long content(YamlMapping root) {
        long content = 0;
        for (YamlMapping.Entry entry : root.list()) {
            if (!NO_CONTENT.contains(entry.key().text())) {
                content += Fingerprint.of(entry.key()) * 31 + Fingerprint.of(entry.value());
            }
        }
        return content;
    }
}
