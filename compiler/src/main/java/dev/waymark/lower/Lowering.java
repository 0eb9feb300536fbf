package dev.waymark.lower;

import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Application;
import dev.waymark.kube.Kustomization;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Resource;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Past;
import dev.waymark.mesh.ForeignOwners.Owner;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Waypoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documents of a mesh: of what was asked for, and of what lingers from earlier renders. They are made one after
 * another, each time anew, so that nobody holds all of them.
 */
public final class Lowering {
    /** Takes one document. */
    public interface Sink<E extends Exception> {
        void accept(Manifest manifest) throws E;
    }

    /** A waypoint that is gone while labels may still point at it. */
    public record Removed(String unit, ObjectName waypoint) {}

    /** What a waypoint admitted before, and cannot beside what it admits now. */
    public record Inexpressible(Waypoint waypoint, String before) {}

    /** An object that was applied in part before, and that somebody else applies by the same tool now. */
    public record Yielded(ObjectRef object, Owner owner) {}

    private static final String KUSTOMIZATION = "/kustomization.yaml";

    private final List<LoweredUnit> units = new ArrayList<>();
    private final SortedSet<String> settled = new TreeSet<>();
    private final List<Removed> removed = new ArrayList<>();
    private final List<Inexpressible> inexpressible = new ArrayList<>();
    private final SortedSet<Lingering> premature = new TreeSet<>();
    private final SortedSet<Lingering> dropped = new TreeSet<>();
    private final List<Yielded> yielded = new ArrayList<>();

    private final boolean bySets;

    private Lowering(boolean bySets) {
        this.bySets = bySets;
    }

    /** Lowers a mesh of which nothing was rendered before. */
    public static Lowering of(Mesh mesh) {
        return of(mesh, Past.NONE, Inventory.NONE, false);
    }

    /**
     * Lowers a mesh.
     *
     * @param inventory what exists: what it lacks for sure needs no taking back
     * @param settle whether what lingers is dropped
     */
    public static Lowering of(Mesh mesh, Past past, Inventory inventory, boolean settle) {
        Lowering lowering = new Lowering(mesh.delivery().bySets());
        SortedMap<String, Unit> units = new TreeMap<>();
        past.units().keySet().forEach(name -> units.put(name, Unit.empty(name)));
        SortedSet<String> stated = new TreeSet<>();
        mesh.units().forEach(unit -> {
            units.put(unit.name(), unit);
            stated.add(unit.name());
        });
        LoweringJob job = new LoweringJob(mesh, past, inventory, settle);
        units.values().forEach(unit -> new UnitLowering(unit, job).into(lowering, stated.contains(unit.name())));
        return lowering;
    }

    void add(LoweredUnit unit) {
        units.add(unit);
    }

    void settle(String unit) {
        settled.add(unit);
    }

    void report(Removed gone) {
        removed.add(gone);
    }

    void report(Inexpressible admission) {
        inexpressible.add(admission);
    }

    void report(Yielded object) {
        yielded.add(object);
    }

    void premature(SortedSet<Lingering> early) {
        premature.addAll(early);
    }

    void dropped(SortedSet<Lingering> late) {
        dropped.addAll(late);
    }

    public List<LoweredUnit> units() {
        return Collections.unmodifiableList(units);
    }

    /** Units of which nothing is left to render. */
    public SortedSet<String> settled() {
        return Collections.unmodifiableSortedSet(settled);
    }

    public List<Removed> removed() {
        return Collections.unmodifiableList(removed);
    }

    public List<Inexpressible> inexpressible() {
        return Collections.unmodifiableList(inexpressible);
    }

    /** What was to be settled and lingers only since this very render. */
    public SortedSet<Lingering> premature() {
        return Collections.unmodifiableSortedSet(premature);
    }

    /** What was known to linger and is settled. */
    public SortedSet<Lingering> dropped() {
        return Collections.unmodifiableSortedSet(dropped);
    }

    /** What cannot be taken back, since another unit of the same tool would lose its own fields. */
    public List<Yielded> yielded() {
        return Collections.unmodifiableList(yielded);
    }

    /** All documents, unit by unit, the layers in the order in which they are delivered. */
    public <E extends Exception> void forEach(Sink<E> sink) throws E {
        for (LoweredUnit unit : units) {
            for (Layer layer : Layer.values()) {
                List<String> paths = new ArrayList<>();
                for (Manifest manifest : (Iterable<Manifest>) Layers.of(unit, layer)::iterator) {
                    paths.add(manifest.path().substring(layer.word().length() + 1));
                    sink.accept(manifest);
                }
                sink.accept(new Manifest(
                        unit.name(), layer.word() + KUSTOMIZATION, new Kustomization(paths), Optional.empty()));
            }
            for (Manifest manifest : (Iterable<Manifest>) Components.of(unit)::iterator) {
                sink.accept(manifest);
            }
            for (Resource delivery : bySets ? List.<Resource>of() : unit.deliveries()) {
                sink.accept(Deliveries.manifest(unit.name(), delivery));
            }
        }
    }

    /** The Applications that deliver the units, whoever renders them. */
    public List<Application> applications() {
        return units.stream()
                .flatMap(unit -> unit.deliveries().stream())
                .filter(Application.class::isInstance)
                .map(Application.class::cast)
                .toList();
    }

    /** The objects of a layer, without what only Kustomize reads. */
    public Stream<Manifest> objects(Layer layer) {
        return units.stream().flatMap(unit -> Layers.of(unit, layer));
    }
}
