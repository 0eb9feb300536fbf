package dev.waymark.lower;

import dev.waymark.kube.FullNamespace;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.PartialObject;
import dev.waymark.kube.Resource;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lingering.What;
import dev.waymark.lock.Past;
import dev.waymark.lock.PastUnit;
import dev.waymark.lower.LoweredUnit.ComponentFolder;
import dev.waymark.lower.LoweredUnit.LoweredWaypoint;
import dev.waymark.lower.LoweredUnit.Sourced;
import dev.waymark.mesh.Admitted;
import dev.waymark.mesh.Delivery;
import dev.waymark.mesh.ForeignOwners.Owner;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Phase;
import dev.waymark.mesh.Via;
import dev.waymark.mesh.Waypoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Lowers one unit: what its documents ask for, joined by what an earlier render left and the cluster may still depend on.
 * With {@code settle} that is dropped, if it was known to linger before this run.
 */
final class UnitLowering {
    private final Unit unit;
    private final LoweringJob job;
    private final Past past;
    private final PastUnit before;
    private final Rendered rendered;
    private final SortedSet<Lingering> lingering = new TreeSet<>();
    private final SortedSet<Lingering> premature = new TreeSet<>();
    private final SortedSet<Lingering> dropped = new TreeSet<>();
    private final List<Lowering.Inexpressible> inexpressible = new ArrayList<>();
    private final List<Lowering.Yielded> yielded = new ArrayList<>();

    UnitLowering(Unit unit, LoweringJob job) {
        this.unit = unit;
        this.job = job;
        this.past = job.past();
        this.before = past.unit(unit.name());
        this.rendered = job.rendered();
    }

    /** @param stated whether there is a document of this unit; without one it is taken back */
    void into(Lowering lowering, boolean stated) {
        boolean stays = stated || lingers(Lingering.of(What.UNIT, unit.name()));
        LoweredUnit lowered = new LoweredUnit(
                unit.name(),
                waypoints(),
                namespaces(),
                unit.externals(),
                partials(),
                components(),
                List.of(),
                lingering());
        if (stays) {
            lowering.add(lowered.delivered(deliveries(lowered)));
        } else {
            lowering.settle(unit.name());
        }
        lowering.premature(premature);
        lowering.dropped(dropped);
        inexpressible.forEach(lowering::report);
        yielded.forEach(lowering::report);
        before.waypoints().stream()
                .filter(this::isGone)
                .map(waypoint -> new Lowering.Removed(unit.name(), waypoint))
                .forEach(lowering::report);
    }

    private List<Resource> deliveries(LoweredUnit lowered) {
        boolean lent = !job.bySets() && !before.partials().isEmpty();
        boolean lends = !lowered.partials().isEmpty() || lent;
        SortedSet<String> kept = job.settle() ? new TreeSet<>() : before.lock().paths();
        return job.deliveries().of(lowered, lends, kept);
    }

    /** Whether something of this unit's last render stays; what is dropped must have been known to linger here. */
    private boolean lingers(Lingering what) {
        return lingers(what, before.lingered(what));
    }

    private boolean lingers(Lingering what, boolean known) {
        if (!job.settle()) {
            lingering.add(what);
        } else if (!known) {
            premature.add(what);
        } else {
            dropped.add(what);
        }
        return !job.settle();
    }

    /** Asked for last, when everything else has been looked at. */
    private SortedSet<Lingering> lingering() {
        unit.waypoints().stream()
                .filter(waypoint -> waypoint.phase() == Phase.RETIRE)
                .map(waypoint -> Lingering.of(What.WAYPOINT, waypoint.name().toString()))
                .forEach(what -> lingering.add(what));
        return lingering;
    }

    private boolean isGone(ObjectName waypoint) {
        boolean retired = past.lingered(Lingering.of(What.WAYPOINT, waypoint.toString()));
        return !rendered.waypoints().contains(waypoint) && !retired;
    }

    private List<LoweredWaypoint> waypoints() {
        return unit.waypoints().stream()
                .map(waypoint -> new LoweredWaypoint(
                        waypoint, admitted(waypoint).routes(waypoint.name().namespace())))
                .toList();
    }

    /** Whom the listener admits: whoever was admitted before stays so, since labels may still count on it. */
    private Admitted admitted(Waypoint waypoint) {
        String home = waypoint.name().namespace();
        Admitted wanted = Admitted.of(waypoint.admitted().routes(home), home);
        return past.admission(waypoint.name())
                .map(routes -> admitted(waypoint, wanted, Admitted.of(routes, home)))
                .orElse(wanted);
    }

    private Admitted admitted(Waypoint waypoint, Admitted wanted, Admitted earlier) {
        Optional<Admitted> both = wanted.and(earlier);
        if (both.isEmpty()) {
            inexpressible(waypoint, earlier.beyond(wanted));
            return wanted;
        }
        boolean stays = false;
        for (String words : beyond(wanted, earlier)) {
            Lingering admission = new Lingering(What.ADMISSION, waypoint.name().toString(), words);
            // A waypoint that moves to another unit takes along what lingers there.
            stays |= lingers(admission, past.lingered(admission));
        }
        return stays ? both.get() : wanted;
    }

    /** What cannot linger was never known to: that no label counts on it is the word of whoever settles. */
    private void inexpressible(Waypoint waypoint, List<String> before) {
        if (!job.settle()) {
            inexpressible.add(new Lowering.Inexpressible(waypoint, String.join(", ", before)));
        }
    }

    /**
     * Whom the earlier listener admits beyond the wanted one. Unless it lists names, the wanted ones are part of the
     * words: when they become fewer, something else lingers than before.
     */
    private static List<String> beyond(Admitted wanted, Admitted earlier) {
        List<String> words = earlier.beyond(wanted);
        if (earlier instanceof Admitted.Namespaces) {
            return words;
        }
        String beside = String.join(", ", wanted.beyond(Admitted.namespaces(List.of())));
        return words.stream().map(word -> word + " beside " + beside).toList();
    }

    private Stream<LabelledObject> objects(Via via) {
        return unit.objects().stream().filter(object -> object.via() == via);
    }

    private Stream<LabelledObject> applied(Via via) {
        return objects(via).filter(object -> rendered.isAppliedBy(unit.name(), object.object()));
    }

    private List<Sourced<FullNamespace>> namespaces() {
        List<Sourced<FullNamespace>> namespaces = new ArrayList<>();
        applied(Via.FULL)
                .map(object -> new Sourced<>(
                        new FullNamespace(object.object().name(), object.marks(), job.guards()),
                        Optional.of(object.source())))
                .forEach(namespaces::add);
        for (String name : before.namespaces()) {
            if (stays(ObjectRef.namespace(name)) && lingers(Lingering.of(What.NAMESPACE, name))) {
                namespaces.add(new Sourced<>(new FullNamespace(name, Marks.NONE, job.guards()), Optional.empty()));
            }
        }
        return namespaces;
    }

    /**
     * Whether an object that was applied must be applied without labels. One that is gone would come into being anew, or,
     * since it is only a part, stop all that is applied with it.
     */
    private boolean stays(ObjectRef object) {
        return !rendered.isApplied(object) && !job.isGone(object);
    }

    /** Without labels the part would take the fields of an owner that goes by the same field manager. */
    private boolean yields(ObjectRef object) {
        Optional<Owner> owner = job.owners().delivery() instanceof Delivery.Unstated
                ? Optional.empty()
                : job.owners().of(object);
        owner.ifPresent(found -> yielded.add(new Lowering.Yielded(object, found)));
        return owner.isPresent();
    }

    private List<Sourced<PartialObject>> partials() {
        List<Sourced<PartialObject>> partials = new ArrayList<>();
        applied(Via.APPLY)
                .map(object -> new Sourced<>(
                        new PartialObject(object.object(), object.marks(), job.guards()), Optional.of(object.source())))
                .forEach(partials::add);
        for (ObjectRef object : before.partials()) {
            if (stays(object) && !yields(object) && lingers(Lingering.of(What.OBJECT, object.toString()))) {
                partials.add(new Sourced<>(new PartialObject(object, Marks.NONE, job.guards()), Optional.empty()));
            }
        }
        return partials;
    }

    private List<ComponentFolder> components() {
        List<ComponentFolder> components = new ArrayList<>();
        Set<String> stated = new HashSet<>();
        objects(Via.PATCH).forEach(object -> {
            String folder = Components.folder(object.object());
            stated.add(folder);
            components.add(new ComponentFolder(folder, Optional.of(object)));
        });
        for (String folder : before.components()) {
            if (!stated.contains(folder) && lingers(Lingering.of(What.COMPONENT, folder))) {
                components.add(new ComponentFolder(folder, Optional.empty()));
            }
        }
        return components;
    }
}
