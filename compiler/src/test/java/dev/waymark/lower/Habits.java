package dev.waymark.lower;

import dev.waymark.delivery.Cluster;
import dev.waymark.delivery.ObjectKey;
import dev.waymark.delivery.Owner.Way;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How people work in one history, so that all that goes wrong is our fault.
 *
 * @param whole whether Namespaces are rendered whole, now and then: those are ours, so nobody uses kubectl on them
 * @param exports whether the ServiceEntry is an external of ours, or somebody's
 * @param looks whether an inventory is read each time, since a unit of the same tool, or one that migrates, owns an object
 */
record Habits(String engine, Replay.Order order, boolean whole, boolean exports, boolean looks) {
    private static final ObjectRef EXTERNAL = new ObjectRef(Kind.SERVICE_ENTRY, "post", "ext");
    private static final List<ObjectRef> OBJECTS = List.of(
            new ObjectRef(Kind.SERVICE, "shop", "cart"),
            new ObjectRef(Kind.SERVICE, "bank", "vault"),
            new ObjectRef(Kind.SERVICE, "post", "box"),
            new ObjectRef(Kind.WORKLOAD_ENTRY, "bank", "vm"));
    private static final List<Way> SAFE = List.of(Way.HELM, Way.OPERATOR, Way.CREATE, Way.KUBECTL_APPLY);

    private static final Map<String, String> DELIVERY = Map.of(
            "argo",
            "{engine: argo, path: rendered, repoURL: \"https://git.example.com/mesh.git\", "
                    + "automated: {prune: true, selfHeal: true}}",
            "flux",
            "{engine: flux, path: rendered, sourceRef: {name: mesh}}");

    static Habits of(Random random, String engine, Replay.Order order) {
        boolean looks = random.nextInt(5) == 0;
        return new Habits(engine, order, !looks && random.nextBoolean(), random.nextBoolean(), looks);
    }

    String delivery() {
        return DELIVERY.getOrDefault(engine, "");
    }

    boolean looks(Random random) {
        return looks || random.nextInt(4) == 0;
    }

    /** How other units of the same tool write. */
    Way rival() {
        return engine.equals("argo") ? Way.ARGO : Way.FLUX;
    }

    World world(Random random, Cluster cluster) {
        World world = new World(random, cluster);
        Snapshot.TEAMS.keySet().stream()
                .sorted()
                .forEach(name -> world.add(ObjectKey.namespace(name), namespace(random)));
        world.add(new ObjectKey("Deployment", "shop", "web"), Way.HELM);
        OBJECTS.forEach(object -> world.add(World.key(object), way(random)));
        if (!exports) {
            world.add(World.key(EXTERNAL), way(random));
        }
        return world;
    }

    private Way namespace(Random random) {
        return whole ? SAFE.get(random.nextInt(2)) : way(random);
    }

    /** Nothing keeps Argo CD from migrating what {@code kubectl apply} owns. */
    private Way way(Random random) {
        if (looks && random.nextInt(4) == 0) {
            return engine.equals("argo") && random.nextBoolean() ? Way.KUBECTL_APPLY : rival();
        }
        return SAFE.get(random.nextInt(engine.equals("argo") ? 3 : 4));
    }

    /** A draft in which most labels are applied, and which compiles. */
    Draft first(Random random) {
        while (true) {
            Draft draft = Edits.first(random, delivery());
            Edits.change(random, draft, 8);
            draft.vias.replaceAll((object, via) -> first(random, object, via));
            tidy(draft, draft);
            if (Compiled.of(draft.documents())
                    .onto(Snapshot.NOTHING, false)
                    .after()
                    .isPresent()) {
                return draft;
            }
        }
    }

    private String first(Random random, ObjectRef object, String via) {
        if (whole && object.kind() == Kind.NAMESPACE && random.nextBoolean()) {
            return "full";
        }
        return Draft.isApplicable(object) && random.nextInt(3) > 0 ? "apply" : via;
    }

    /**
     * Takes back what people would not do. In order, no waypoint moves to another unit either: the old one may prune the
     * Gateway before the new one applies it, which no order of layers prevents.
     */
    void tidy(Draft before, Draft draft) {
        if (!whole) {
            draft.vias.replaceAll((object, via) -> via.equals("full") ? "apply" : via);
        }
        if (!exports) {
            draft.externals.clear();
        } else if (!draft.externals.containsKey(EXTERNAL)) {
            draft.claims.removeIf(claim -> claim.object().equals(EXTERNAL));
        }
        if (order == Replay.Order.KEPT) {
            draft.waypoints.replaceAll((name, waypoint) -> before.waypoints.containsKey(name)
                    ? waypoint.in(before.waypoint(name).unit())
                    : waypoint);
            draft.waypoints.values().forEach(waypoint -> draft.units.add(waypoint.unit()));
        }
    }
}
