package dev.waymark.overlay;

import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Documents while overlays are laid over them, by the unit that they belong to. */
final class UnitDrafts {
    /** @param root empty where the document is no mapping */
    private record Draft(YamlDocument document, Optional<MappingDraft> root) {
        static Draft of(YamlDocument document) {
            boolean mapping = document.root() instanceof YamlMapping;
            return new Draft(
                    document,
                    mapping ? Optional.of(new MappingDraft((YamlMapping) document.root())) : Optional.empty());
        }

        Optional<MappingDraft> spec() {
            return root.flatMap(mapping -> mapping.mapping("spec"));
        }

        YamlDocument laid() {
            YamlNode laid = root.map(mapping -> (YamlNode) mapping.node()).orElse(document.root());
            return laid == document.root()
                    ? document
                    : new YamlDocument(document.file(), document.index(), laid, document.span(), document.problems());
        }
    }

    private final List<Draft> drafts;
    private final Map<String, List<Draft>> units = new LinkedHashMap<>();
    private final Map<String, Optional<Group>> specs = new HashMap<>();

    UnitDrafts(List<YamlDocument> documents) {
        drafts = documents.stream().map(Draft::of).toList();
        drafts.stream()
                .sorted(Comparator.comparing(draft -> draft.document().span()))
                .forEach(this::add);
    }

    private void add(Draft draft) {
        name(draft.document())
                .map(YamlScalar::text)
                .ifPresent(name ->
                        units.computeIfAbsent(name, unit -> new ArrayList<>()).add(draft));
    }

    /** The {@code metadata.name} of a document. */
    static Optional<YamlScalar> name(YamlDocument document) {
        return mapping(document.root(), "metadata")
                .flatMap(metadata -> metadata.value("name"))
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast);
    }

    /** The mapping that a field of a mapping holds. */
    static Optional<YamlMapping> mapping(YamlNode node, String field) {
        return Optional.of(node)
                .filter(YamlMapping.class::isInstance)
                .flatMap(mapping -> ((YamlMapping) mapping).value(field))
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    Set<String> names() {
        return units.keySet();
    }

    /** The specs of a unit's documents, in the order of their files and lines; empty where none of them has one. */
    Optional<Group> spec(String unit) {
        return specs.computeIfAbsent(unit, name -> {
            List<MappingDraft> members = units.getOrDefault(name, List.of()).stream()
                    .flatMap(draft -> draft.spec().stream())
                    .toList();
            return members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Group(Shape.SPEC, "the unit `" + name + "`", members));
        });
    }

    /** All documents as they now are, in the order in which they were given. */
    List<YamlDocument> laid() {
        return drafts.stream().map(Draft::laid).toList();
    }
}
