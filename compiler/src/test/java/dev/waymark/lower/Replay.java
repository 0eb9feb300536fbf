package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.delivery.Cluster;
import dev.waymark.delivery.DeliveryTool;
import dev.waymark.delivery.Dump;
import dev.waymark.delivery.FieldSet;
import dev.waymark.delivery.ObjectKey;
import dev.waymark.delivery.Repository;
import dev.waymark.inventory.Inventory;
import dev.waymark.lower.Compiled.Attempt;
import dev.waymark.testing.Manifests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mesh that is edited, rendered and delivered again and again. A render that is refused is as if nobody had tried it;
 * one that is not is a commit, which some layers sync soon, and some only when a later one has taken its place.
 */
final class Replay {
    /** How layers sync: each after those that it waits for, or however it happens. */
    enum Order {
        KEPT,
        ANY
    }

    private static final String USE = "istio.io/use-waypoint";

    private final Random random;
    private final String engine;
    private final Order order;
    private final Happenings tally;
    private final Cluster cluster = new Cluster(this::watch);
    private final DeliveryTool tool;
    private final World world;
    private final Habits habits;
    private final Set<String> synced = new HashSet<>();
    private final AppliedLabels labels = new AppliedLabels();
    private Draft draft;
    private Draft next;
    private Snapshot head = Snapshot.NOTHING;

    Replay(long seed, String engine, Order order, Happenings tally) {
        this.random = new Random(seed);
        this.engine = engine;
        this.order = order;
        this.tally = tally;
        this.tool = DeliveryTool.of(engine, cluster);
        this.habits = Habits.of(random, engine, order);
        this.world = habits.world(random, cluster);
        this.draft = new Draft(habits.delivery());
        this.next = habits.first(random);
        this.draft.units.addAll(next.units);
    }

    /** Edits the mesh, renders it, and lets some layers sync. */
    void step() {
        boolean settle = random.nextInt(4) == 0;
        if (!head.equals(Snapshot.NOTHING)) {
            next = draft.copy();
            if (!settle || random.nextInt(4) == 0) {
                edit();
            }
            habits.tidy(draft, next);
        }
        if (settle) {
            catchUp();
        }
        render(settle);
        happen();
    }

    private void edit() {
        if (random.nextBoolean()) {
            Edits.change(random, next, 1 + random.nextInt(3));
        } else {
            Edits.replace(random, next);
        }
    }

    private boolean render(boolean settle) {
        Inventory inventory = habits.looks(random) ? Manifests.inventory(Dump.of(cluster), true) : Inventory.NONE;
        tally.count(inventory.given() ? "with an inventory" : "without an inventory");
        Compiled compiled = Compiled.of(next.documents(), inventory);
        Snapshot alone = compiled.onto(Snapshot.NOTHING, false).after().orElse(Snapshot.NOTHING);
        if (settle && isAsked(compiled) && !labels.suits(alone)) {
            tally.count("people do not settle");
            return false;
        }
        Attempt attempt = compiled.onto(head, settle);
        tally.count(
                attempt.errors().isEmpty()
                        ? (settle ? "settled" : "rendered")
                        : attempt.errors().toString());
        attempt.after().ifPresent(after -> {
            if (settle) {
                assertThat(compiled.onto(after, false).after())
                        .as("the same again")
                        .contains(after);
            }
            if (takesAway(after)) {
                catchUp();
            }
            commit(after, alone, settle);
        });
        return attempt.after().isPresent();
    }

    /** What cannot linger may only be settled away by people who know that no label counts on it. */
    private boolean isAsked(Compiled compiled) {
        return compiled.onto(head, false).errors().contains("WM4012");
    }

    /** Before they remove a waypoint that retired, people wait until everything is synced. */
    private boolean takesAway(Snapshot after) {
        return !after.gateways().keySet().containsAll(head.gateways().keySet());
    }

    private void commit(Snapshot after, Snapshot alone, boolean settled) {
        tally.countChanges(head, after);
        labels.commit(next, after, alone, settled);
        draft = next;
        head = after;
        synced.clear();
        tool.follow(new Repository(after.documents()));
        check();
    }

    /** What happens until somebody edits the mesh again. */
    private void happen() {
        for (int time = random.nextInt(12); time > 0; time--) {
            if (random.nextInt(4) == 0) {
                world.write(false, this::delivered);
            } else if (!tool.units().isEmpty()) {
                List<String> units = new ArrayList<>(tool.units());
                sync(units.get(random.nextInt(units.size())), random.nextInt(8) == 0);
            }
        }
        if (random.nextInt(20) == 0 && world.deleteSomething()) {
            tally.count("an owner deletes an object");
        } else if (random.nextInt(3) == 0) {
            world.makeMissing();
        }
    }

    /** Syncs a unit, unless it waits for others. */
    private boolean sync(String unit, boolean byHand) {
        if (order == Order.KEPT && !synced.containsAll(tool.awaited(unit))) {
            tally.count("waits");
            return false;
        }
        if (unit.endsWith("-labels")) {
            labels.deliver();
        }
        boolean taken = tool.sync(unit, byHand);
        tally.count(taken ? "synced" : "not synced");
        if (taken) {
            synced.add(unit);
        }
        check();
        return taken;
    }

    /** Everything is synced, by hand where the tool does not do it by itself. */
    private void catchUp() {
        world.makeMissing();
        Set<String> done = new HashSet<>();
        while (!done.containsAll(tool.units())) {
            List<String> ready = new ArrayList<>(tool.units());
            ready.removeIf(unit -> done.contains(unit) || !done.containsAll(tool.awaited(unit)));
            Collections.shuffle(ready, random);
            String unit = ready.get(0);
            assertThat(sync(unit, false) || sync(unit, true)).as(unit).isTrue();
            done.add(unit);
        }
    }

    /** What the owner of an object writes for us: the labels of a component that it includes, or those that it carries. */
    private FieldSet delivered(ObjectKey key) {
        FieldSet component = new Repository(head.documents()).component(key);
        FieldSet carried = draft.ownersLabels()
                .filter(label -> World.key(label.object()).equals(key))
                .map(Replay::carried)
                .reduce(FieldSet::and)
                .orElse(component);
        return isFree(key) || world.isOf(key, habits.rival())
                ? component.and(carried).ofIstio()
                : FieldSet.NONE;
    }

    private static FieldSet carried(Label label) {
        String[] waypoint = label.waypoint().split("/", -1);
        FieldSet name = FieldSet.NONE.withLabel(USE, waypoint[1]);
        return waypoint[0].equals(label.object().namespace()) ? name : name.withLabel(USE + "-namespace", waypoint[0]);
    }

    /** Owners take over only once our labels are off: of what two hold, neither can let go. */
    private boolean isFree(ObjectKey key) {
        return cluster.find(key).stream()
                .noneMatch(live -> live.fields().keySet().stream()
                        .anyMatch(field -> field.startsWith("labels/istio.io/") && live.owns(tool.manager(), field)));
    }

    private void check() {
        world.checkOwn();
        world.checkDeleted();
    }

    /** Runs at every moment. */
    private void watch() {
        if (order == Order.KEPT) {
            labels.check(cluster, tool.manager());
        }
    }

    /** Settles once everything is synced, syncs that too, and compares the cluster with what is asked for. */
    void finish() {
        next = draft.copy();
        catchUp();
        world.write(true, this::delivered);
        catchUp();
        if (!head.equals(Snapshot.NOTHING) && render(true)) {
            for (int time = 0; time < 2; time++) {
                catchUp();
                world.write(true, this::delivered);
            }
            catchUp();
            tally.count("finished");
            checkLabels();
            checkGateways();
        }
    }

    private void checkLabels() {
        for (ObjectKey key : world.objects()) {
            FieldSet asked = head.applied().stream()
                    .filter(each -> World.key(each.object()).equals(key))
                    .map(each -> FieldSet.of(each.document()).ofIstio())
                    .reduce(delivered(key), FieldSet::and);
            assertThat(new FieldSet(cluster.get(key).fields()).ofIstio())
                    .as("what is left on %s", key)
                    .isEqualTo(asked);
        }
    }

    private void checkGateways() {
        Set<String> gateways = new TreeSet<>();
        cluster.objects().keySet().stream()
                .filter(key -> key.kind().equals("Gateway"))
                .forEach(key -> gateways.add(key.namespace() + "/" + key.name()));
        assertThat(gateways).isEqualTo(head.gateways().keySet());
    }

    @Override
    public String toString() {
        return engine + ", " + habits + "\n" + next + "follows\n" + draft + "of which lingers " + head.lingering()
                + "\nin " + cluster.objects();
    }
}
