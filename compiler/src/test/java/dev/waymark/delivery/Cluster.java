package dev.waymark.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The objects of a cluster behind an API server, and which of them were deleted. */
public final class Cluster {
    private static final Set<String> WITHOUT_SPEC = Set.of("Namespace", "ConfigMap");

    private final SortedMap<ObjectKey, LiveObject> objects = new TreeMap<>();
    private final List<ObjectKey> deleted = new ArrayList<>();
    private final Runnable watcher;

    /** @param watcher runs after each change */
    public Cluster(Runnable watcher) {
        this.watcher = watcher;
    }

    public Optional<LiveObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** An object that must be there. */
    public LiveObject get(ObjectKey key) {
        return find(key).orElseThrow(() -> new AssertionError(key + " is not there"));
    }

    public SortedMap<ObjectKey, LiveObject> objects() {
        return Collections.unmodifiableSortedMap(objects);
    }

    /** What was deleted, in its order. */
    public List<ObjectKey> deleted() {
        return Collections.unmodifiableList(deleted);
    }

    /**
     * What server-side apply would make of an object. A missing one comes into being, if the body is a whole one: that of
     * a Namespace always is.
     */
    LiveObject tryApply(Manager manager, ObjectKey key, FieldSet wanted) throws RefusedException {
        LiveObject result = copy(key);
        result.apply(manager, wanted);
        check(key, result);
        return result;
    }

    void apply(Manager manager, ObjectKey key, FieldSet wanted) throws RefusedException {
        put(key, tryApply(manager, key, wanted));
    }

    void update(Manager manager, ObjectKey key, FieldSet wanted, SortedSet<String> removed) {
        LiveObject result = copy(key);
        result.update(manager, wanted, removed);
        put(key, result);
    }

    /** A change of managed fields alone, which is not validated. */
    void put(ObjectKey key, LiveObject result) {
        objects.put(key, result);
        watcher.run();
    }

    LiveObject copy(ObjectKey key) {
        return find(key).map(LiveObject::new).orElseGet(LiveObject::new);
    }

    private void check(ObjectKey key, LiveObject result) throws RefusedException {
        if (!WITHOUT_SPEC.contains(key.kind()) && !result.has(FieldSet.SPEC)) {
            throw new RefusedException(key, "spec: Required value");
        }
        if (!key.isNamespace() && !objects.containsKey(ObjectKey.namespace(key.namespace()))) {
            throw new RefusedException(key, "namespaces \"" + key.namespace() + "\" not found");
        }
    }

    /** Deletes an object, and with a Namespace all that is in it. */
    void delete(ObjectKey key) {
        List<ObjectKey> going = objects.keySet().stream()
                .filter(each -> each.equals(key)
                        || (key.isNamespace() && each.namespace().equals(key.name())))
                .toList();
        objects.keySet().removeAll(going);
        deleted.addAll(going);
        watcher.run();
    }
}
