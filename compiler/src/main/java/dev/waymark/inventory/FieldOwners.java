package dev.waymark.inventory;

import dev.waymark.kube.Guards;
import dev.waymark.kube.IstioLabels;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which delivery tools own fields of an object beyond what a part of ours has. One that owns no more may be the very unit
 * that applies that part (KEP 555, {@code managedFields}).
 */
final class FieldOwners {
    private static final Set<String> TOOLS =
            new TreeSet<>(List.of("argocd-controller", "kustomize-controller", "helm-controller"));

    /** What each tool writes beside what it is given. */
    private static final Set<String> MARKS = new TreeSet<>(List.of(
            "argocd.argoproj.io/tracking-id",
            "kustomize.toolkit.fluxcd.io/name",
            "kustomize.toolkit.fluxcd.io/namespace"));

    private FieldOwners() {}

    /** The names of these field managers, sorted. */
    static List<String> of(YamlMapping object) {
        return Fields.list(object, "metadata", "managedFields").stream()
                .filter(FieldOwners::ownsMore)
                .flatMap(entry -> Fields.text(entry, "manager").stream())
                .filter(TOOLS::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /** An entry that does not say what it owns may own anything. */
    private static boolean ownsMore(YamlNode entry) {
        return Fields.mapping(entry, "fieldsV1")
                .map(fields -> fields.list().stream()
                        .anyMatch(field -> switch (field.key().text()) {
                            case "f:metadata" ->
                                Fields.mapping(fields, "f:metadata")
                                        .filter(FieldOwners::isOnlyMarks)
                                        .isEmpty();
                            case "f:spec" -> !isEmpty(field.value());
                            default -> true;
                        }))
                .orElse(true);
    }

    private static boolean isOnlyMarks(YamlMapping metadata) {
        return metadata.list().stream().allMatch(field -> switch (field.key().text()) {
            case "f:labels", "f:annotations" ->
                field.value() instanceof YamlMapping keys
                        && keys.list().stream().allMatch(key -> isOurs(key.key().text()));
            case "." -> true;
            default -> false;
        });
    }

    /** The {@code .} stands for the map itself. */
    private static boolean isOurs(String field) {
        String key = field.startsWith("f:") ? field.substring(2) : field;
        return field.equals(".") || MARKS.contains(key) || Guards.isGuard(key) || IstioLabels.isRendered(key);
    }

    /** Flux adds an empty {@code spec} to a Namespace. */
    private static boolean isEmpty(YamlNode node) {
        return node instanceof YamlMapping mapping && mapping.list().isEmpty();
    }
}
