package dev.waymark;

import dev.waymark.kube.ObjectRef;
import dev.waymark.lower.LoweredUnit;
import dev.waymark.lower.Manifest;
import dev.waymark.mesh.Delivery;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Via;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.review.ClusterState;
import dev.waymark.review.ManifestText;
import dev.waymark.review.Snapshot;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Intents as a side of a comparison: what a render into an empty directory would write. */
final class IntentSide {
    private final Map<String, ManifestText> files = new TreeMap<>();
    private final ManifestPrinter printer = new ManifestPrinter();

    private IntentSide() {}

    static Snapshot of(Previews previews) {
        IntentSide side = new IntentSide();
        for (Preview mesh : previews.meshes()) {
            String folder = mesh.cluster().map(name -> name + "/").orElse("");
            mesh.lowering().forEach(manifest -> side.add(folder, manifest));
        }
        previews.sets().forEach(manifest -> side.add("", manifest));
        return new Snapshot(previews.meshes().stream().map(IntentSide::state).toList(), side.files);
    }

    private void add(String folder, Manifest manifest) {
        String path = folder + manifest.fullPath();
        files.put(path, new ManifestText(path, printer.bytes(manifest.resource())));
    }

    private static ClusterState state(Preview mesh) {
        return new ClusterState(mesh.cluster(), mesh.routing(), mesh.inventory(), ordered(mesh), new TreeSet<>());
    }

    /** Objects in layers of ours wait for the Gateways, if somebody delivers the layers. */
    private static SortedSet<ObjectRef> ordered(Preview mesh) {
        SortedSet<ObjectRef> ordered = new TreeSet<>();
        if (!(mesh.mesh().delivery() instanceof Delivery.Unstated)) {
            mesh.mesh().objects().stream()
                    .filter(object -> object.via() == Via.APPLY)
                    .map(LabelledObject::object)
                    .forEach(object -> ordered.add(object));
            mesh.lowering().units().stream()
                    .map(LoweredUnit::externals)
                    .forEach(externals ->
                            externals.forEach(external -> ordered.add(ObjectRef.serviceEntry(external.name()))));
        }
        return ordered;
    }
}
