package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.delivery.Cluster;
import dev.waymark.delivery.FieldSet;
import dev.waymark.delivery.ObjectKey;
import dev.waymark.delivery.Owner;
import dev.waymark.delivery.Owner.Way;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.testing.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Objects of several owners, who write them now and then, and what they must never lose. */
final class World {
    private static final String EXTERNAL = "ext";
    private static final Map<String, String> SPECS = Map.of(
            "Service", "{ports: [{name: http, port: 80}]}",
            "ServiceEntry", "{hosts: [ext.example.com], location: MESH_EXTERNAL}",
            "WorkloadEntry", "{address: 10.0.0.1}",
            "Deployment", "{selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}");

    private final Random random;
    private final Cluster cluster;
    private final SortedMap<ObjectKey, Owner> owners = new TreeMap<>();
    private final SortedMap<ObjectKey, FieldSet> own = new TreeMap<>();
    private final Set<ObjectKey> given = new HashSet<>();

    World(Random random, Cluster cluster) {
        this.random = random;
        this.cluster = cluster;
    }

    static ObjectKey key(ObjectRef object) {
        return object.kind() == Kind.NAMESPACE
                ? ObjectKey.namespace(object.name())
                : new ObjectKey(object.kind().kindName(), object.namespace(), object.name());
    }

    /** Lets an owner make an object. */
    void add(ObjectKey key, Way way) {
        owners.put(key, new Owner(cluster, way));
        make(key);
    }

    private void make(ObjectKey key) {
        String spec = SPECS.getOrDefault(key.kind(), "");
        FieldSet fields = FieldSet.of(Yaml.tree("metadata: {}\n" + (spec.isEmpty() ? "" : "spec: " + spec)));
        own.put(
                key,
                key.isNamespace()
                        ? fields.withLabel("team", Snapshot.TEAMS.getOrDefault(key.name(), ""))
                        : fields.withAnnotation("example.com/of", "somebody"));
        write(key, own(key));
    }

    private FieldSet own(ObjectKey key) {
        return Optional.ofNullable(own.get(key)).orElseThrow();
    }

    private void write(ObjectKey key, FieldSet wanted) {
        Optional.ofNullable(owners.get(key)).orElseThrow().write(key, wanted);
    }

    Set<ObjectKey> objects() {
        return new HashSet<>(owners.keySet());
    }

    /** Those that are not there at the moment. */
    List<ObjectKey> missing() {
        return owners.keySet().stream().filter(key -> !own.containsKey(key)).toList();
    }

    void makeMissing() {
        missing().forEach(this::make);
    }

    /** An owner deletes a Service or a WorkloadEntry. */
    boolean deleteSomething() {
        List<ObjectKey> candidates = own.keySet().stream()
                .filter(key -> key.kind().equals("Service") || key.kind().equals("WorkloadEntry"))
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        ObjectKey key = candidates.get(random.nextInt(candidates.size()));
        own.remove(key);
        given.add(key);
        Optional.ofNullable(owners.get(key)).orElseThrow().delete(key);
        return true;
    }

    /** Some or all owners write their objects, with other labels than before. */
    void write(boolean all, Function<ObjectKey, FieldSet> delivered) {
        for (ObjectKey key : new ArrayList<>(own.keySet())) {
            if (all || random.nextInt(6) == 0) {
                own.put(key, own(key).withLabel("example.com/note", "n" + random.nextInt(9)));
                write(key, own(key).and(delivered.apply(key)));
            }
        }
    }

    /** Whether the owner goes by the name of the tool that delivers our output, and does so on purpose. */
    boolean isOf(ObjectKey key, Way way) {
        return Optional.ofNullable(owners.get(key))
                .filter(owner -> owner.way() == way)
                .isPresent();
    }

    /** What is deleted is ours, or was deleted by its owner. */
    void checkDeleted() {
        for (ObjectKey key : cluster.deleted()) {
            boolean ours = key.kind().equals("Gateway")
                    || key.kind().equals("ConfigMap")
                    || (key.name().equals(EXTERNAL) && !owners.containsKey(key));
            assertThat(ours || given.contains(key)).as("%s is deleted", key).isTrue();
        }
    }

    /** Every owner finds what it wrote last. */
    void checkOwn() {
        own.forEach((key, fields) -> assertThat(keeps(key, fields))
                .as("%s is as its owner left it: %s is %s", key, fields, cluster.find(key))
                .isTrue());
    }

    private boolean keeps(ObjectKey key, FieldSet fields) {
        return cluster.find(key)
                .filter(live ->
                        live.fields().entrySet().containsAll(fields.values().entrySet()))
                .isPresent();
    }
}
