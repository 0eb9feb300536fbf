package dev.waymark.inventory;

import dev.waymark.kube.LabelSelector;
import dev.waymark.routing.EntryVisibility;
import dev.waymark.routing.EntryVisibility.Level;
import dev.waymark.routing.MeshConfig;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the config of the mesh, which the ConfigMap {@code istio} holds as a text, {@code data.mesh}. */
final class MeshConfigReader {
    private static final String CONFIG_MAP = "istio";

    private MeshConfigReader() {}

    /** The config that the ConfigMap beside istiod holds, or one elsewhere; what it leaves out is as istiod has it. */
    static MeshConfig read(Collection<InventoryObject> objects) {
        List<InventoryObject> maps =
                objects.stream().filter(MeshConfigReader::holdsConfig).toList();
        return maps.stream()
                .filter(map -> map.id().namespace().equals(MeshConfig.DEFAULT.rootNamespace()))
                .findFirst()
                .or(() -> maps.stream().findFirst())
                .flatMap(map -> Fields.text(map.root(), "data", "mesh"))
                .flatMap(MeshConfigReader::parse)
                .map(MeshConfigReader::config)
                .orElse(MeshConfig.DEFAULT);
    }

    private static boolean holdsConfig(InventoryObject object) {
        return object.is("", "ConfigMap") && object.id().name().equals(CONFIG_MAP);
    }

    private static Optional<YamlNode> parse(String text) {
        return YamlReader.read(new SourceFile(CONFIG_MAP, text)).documents().stream()
                .findFirst()
                .map(YamlDocument::root);
    }

    private static MeshConfig config(YamlNode root) {
        MeshConfig none = MeshConfig.DEFAULT;
        return new MeshConfig(
                none.domain(),
                stated(root, "trustDomain").orElse(none.trustDomain()),
                stated(root, "rootNamespace").orElse(none.rootNamespace()),
                Fields.at(root, "serviceEntryVisibility")
                        .map(MeshConfigReader::visibility)
                        .orElse(none.visibility()));
    }

    private static Optional<String> stated(YamlNode root, String key) {
        return Fields.text(root, key).filter(text -> !text.isEmpty());
    }

    private static EntryVisibility visibility(YamlNode node) {
        return new EntryVisibility(
                level(node, "defaultVisibility"),
                Fields.list(node, "policies").stream()
                        .map(policy -> new EntryVisibility.Policy(
                                level(policy, "visibility"),
                                Fields.list(policy, "matchingRules").stream()
                                        .map(MeshConfigReader::rule)
                                        .toList()))
                        .toList());
    }

    private static Optional<LabelSelector> rule(YamlNode rule) {
        return Fields.at(rule, "namespaceSelector").map(ViewBinder::selector);
    }

    private static Level level(YamlNode node, String key) {
        return switch (Fields.text(node, key).orElse("")) {
            case "NAMESPACE" -> Level.NAMESPACE;
            case "NONE" -> Level.NONE;
            default -> Level.PUBLIC;
        };
    }
}
