package dev.waymark.kube;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How Kustomize finds an object.
 *
 * @param namespace a regular expression; empty where any namespace will do
 */
public record KustomizeTarget(ObjectRef object, Optional<String> namespace) {
    /** What Kustomize takes the namespace of an object for that states none (kustomize {@code EffectiveNamespace}). */
    private static final String STATED_NOWHERE = "default";

    /** Wherever an object of that name lies. */
    static KustomizeTarget anywhere(ObjectRef object) {
        return new KustomizeTarget(object, Optional.empty());
    }

    /** Only in its namespace, which its manifest states. */
    static KustomizeTarget stated(ObjectRef object) {
        return in(object, object.namespace());
    }

    /** In its namespace, or where the manifest leaves it to a transformer, which runs behind patches. */
    static KustomizeTarget lenient(ObjectRef object) {
        String own = object.namespace();
        return in(object, own.equals(STATED_NOWHERE) ? own : own + "|" + STATED_NOWHERE);
    }

    private static KustomizeTarget in(ObjectRef object, String namespace) {
        return new KustomizeTarget(object, Optional.of(namespace).filter(any -> object.kind() != Kind.NAMESPACE));
    }

    /** Kustomize cannot spell the core group, so that its objects are told by their version instead. */
    public boolean core() {
        return object.kind().group().isEmpty();
    }

    /** The name as the regular expression that {@code target} and {@code select} take it for. */
    public String namePattern() {
        return object.name().replace(".", "\\.");
    }

    Map<String, Object> tree() {
        return tree(namePattern());
    }

    /** As the source of a replacement, which takes the name literally. */
    Map<String, Object> source(String fieldPath) {
        Map<String, Object> source = new LinkedHashMap<>(tree(object.name()));
        source.put("fieldPath", fieldPath);
        return source;
    }

    private Map<String, Object> tree(String name) {
        Kind kind = object.kind();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(core() ? "version" : "group", core() ? kind.version() : kind.group());
        tree.put("kind", kind.kindName());
        namespace.ifPresent(pattern -> tree.put("namespace", pattern));
        tree.put("name", name);
        return tree;
    }
}
