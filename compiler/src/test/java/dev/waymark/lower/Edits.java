package dev.waymark.lower;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lower.Draft.Claim;
import dev.waymark.lower.Draft.Stated;
import dev.waymark.lower.Draft.Waypoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Changes drafts as people do, mostly but not always in a way that compiles. */
final class Edits {
    private static final List<String> UNITS = List.of("alpha", "beta", "gamma");
    private static final List<String> WAYPOINTS =
            List.of("shop/waypoint", "shop/spare", "bank/waypoint", "post/egress");
    private static final List<ObjectRef> OBJECTS = List.of(
            ObjectRef.namespace("shop"),
            ObjectRef.namespace("bank"),
            new ObjectRef(Kind.SERVICE, "shop", "cart"),
            new ObjectRef(Kind.SERVICE, "bank", "vault"),
            new ObjectRef(Kind.SERVICE, "post", "box"),
            new ObjectRef(Kind.DEPLOYMENT, "shop", "web"),
            new ObjectRef(Kind.WORKLOAD_ENTRY, "bank", "vm"),
            new ObjectRef(Kind.SERVICE_ENTRY, "post", "ext"));
    private static final List<String> ADMITS = List.of(
            "",
            "",
            "{namespaces: [bank]}",
            "{namespaces: [post, shop]}",
            "{namespaces: [bank, post, shop]}",
            "{all: true}",
            "{selector: {matchLabels: {team: red}}}",
            "{selector: {matchExpressions: [{key: team, operator: In, values: [blue, red]}]}}",
            "{selector: {matchLabels: {kubernetes.io/metadata.name: post}}}",
            "{selector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [bank]}]}}");
    private static final List<String> PHASES = List.of("prepare", Draft.SERVE, Draft.SERVE, Draft.RETIRE);

    private final Random random;
    private final Draft draft;

    private Edits(Random random, Draft draft) {
        this.random = random;
        this.draft = draft;
    }

    static Draft first(Random random) {
        return first(random, "");
    }

    /** @param delivery as in {@link Draft#delivery} */
    static Draft first(Random random, String delivery) {
        Draft draft = new Draft(delivery);
        draft.units.addAll(UNITS.subList(0, 1 + random.nextInt(UNITS.size())));
        OBJECTS.forEach(object -> new Edits(random, draft).via(object));
        change(random, draft, 8);
        return draft;
    }

    static void change(Random random, Draft draft, int times) {
        for (int time = 0; time < times; time++) {
            new Edits(random, draft).one();
        }
    }

    /** One of the steps in which people take back what is there, or put something else in its place. */
    static void replace(Random random, Draft draft) {
        Edits edits = new Edits(random, draft);
        switch (random.nextInt(10)) {
            case 0 -> edits.withdraw();
            case 1, 2 -> edits.moveOn();
            case 3 -> edits.retire();
            case 4 -> edits.remove();
            case 5 -> edits.handOver();
            case 6 -> edits.namespace();
            case 7 -> edits.external();
            case 8 -> edits.unit();
            default -> edits.enroll();
        }
    }

    private void one() {
        switch (random.nextInt(27)) {
            case 0, 1, 2, 3 -> enroll();
            case 4, 5, 6 -> withdraw();
            case 7, 8 -> move();
            case 9 -> swap();
            case 10, 11 -> phase();
            case 12 -> handOver();
            case 13, 14 -> declare();
            case 15, 16 -> remove();
            case 17 -> moveWaypoint();
            case 18, 19 -> via(one(OBJECTS));
            case 20, 21, 22 -> admits();
            case 23 -> namespace();
            case 24 -> external();
            case 25 -> canary();
            default -> unit();
        }
    }

    private void enroll() {
        ObjectRef object = one(OBJECTS);
        boolean inEnrolled =
                draft.claims.stream().anyMatch(claim -> claim.object().equals(ObjectRef.namespace(object.namespace())));
        if (inEnrolled && object.kind() != Kind.NAMESPACE && random.nextInt(3) == 0) {
            claim(new Claim(object, "", one(draft.units)));
        } else {
            some(draft.waypoints.keySet()).ifPresent(waypoint -> claim(new Claim(object, waypoint, where(waypoint))));
        }
    }

    /** Beside a selector, consumers of the waypoint's own seldom fit into its listener. */
    private String where(String waypoint) {
        boolean selects = draft.waypoint(waypoint).admits().contains("selector");
        return random.nextInt(selects ? 9 : 3) > (selects ? 7 : 0) ? "" : one(draft.units);
    }

    /** Takes the place of what already serves the object. */
    private void claim(Claim claim) {
        draft.claims.removeIf(other -> other.object().equals(claim.object())
                && (other.waypoint().equals(claim.waypoint()) || (draft.serves(other) && draft.serves(claim))));
        draft.claims.add(claim);
    }

    private void withdraw() {
        some(draft.claims).ifPresent(claim -> draft.claims.remove(claim));
    }

    private void move() {
        Optional<Claim> claim = some(draft.claims);
        Optional<String> waypoint = some(draft.waypoints.keySet());
        if (claim.isPresent() && waypoint.isPresent()) {
            draft.claims.remove(claim.get());
            claim(new Claim(claim.get().object(), waypoint.get(), where(waypoint.get())));
        }
    }

    /** Two objects change places, which may lie in two units. */
    private void swap() {
        Optional<Claim> one = some(draft.claims);
        Optional<Claim> other = some(draft.claims);
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            draft.claims.remove(one.get());
            draft.claims.remove(other.get());
            claim(new Claim(
                    one.get().object(), other.get().waypoint(), other.get().unit()));
            claim(new Claim(
                    other.get().object(), one.get().waypoint(), one.get().unit()));
        }
    }

    private void phase() {
        some(draft.waypoints.keySet())
                .ifPresent(name -> draft.waypoints.compute(name, (key, waypoint) -> waypoint.phase(one(PHASES))));
    }

    /** To another waypoint, which admits whoever is among its consumers. */
    private void moveOn() {
        declare();
        Optional<Claim> claim = some(
                draft.claims,
                each -> draft.serves(each)
                        && Draft.isApplicable(each.object())
                        && draft.waypoints.containsKey(each.waypoint()));
        claim.ifPresent(from -> some(draft.waypoints.keySet(), name -> takes(name) && !name.equals(from.waypoint()))
                .ifPresent(name -> {
                    draft.claims.remove(from);
                    claim(new Claim(from.object(), name, ""));
                }));
    }

    private boolean takes(String waypoint) {
        Waypoint known = draft.waypoint(waypoint);
        return known.phase().equals(Draft.SERVE) && !known.admits().contains("selector");
    }

    private void retire() {
        some(draft.waypoints.keySet())
                .ifPresent(name -> draft.waypoints.compute(name, (key, waypoint) -> waypoint.phase(Draft.RETIRE)));
    }

    /** One waypoint retires and another one that has the same object serves in its place. */
    private void handOver() {
        Optional<Claim> next = some(draft.claims, claim -> !draft.serves(claim));
        next.ifPresent(claim -> {
            draft.claims.stream()
                    .filter(other -> other.object().equals(claim.object()) && draft.serves(other))
                    .filter(other -> draft.waypoints.containsKey(other.waypoint()))
                    .forEach(other ->
                            draft.waypoints.compute(other.waypoint(), (key, waypoint) -> waypoint.phase(Draft.RETIRE)));
            draft.waypoints.compute(claim.waypoint(), (key, waypoint) -> waypoint.phase(Draft.SERVE));
        });
    }

    private void declare() {
        String phase = random.nextInt(4) == 0 ? "prepare" : Draft.SERVE;
        draft.waypoints.putIfAbsent(
                one(WAYPOINTS), new Waypoint(one(draft.units), phase, one(ADMITS), Optional.empty()));
    }

    /** Mostly one that has retired, and mostly with all who use it. */
    private void remove() {
        Predicate<String> retired = name -> draft.waypoint(name).phase().equals(Draft.RETIRE);
        boolean careful = random.nextInt(4) > 0;
        some(draft.waypoints.keySet(), careful ? retired : name -> true).ifPresent(name -> {
            draft.waypoints.remove(name);
            draft.claims.removeIf(
                    claim -> claim.waypoint().equals(name) && (claim.unit().isEmpty() || careful));
            draft.waypoints.replaceAll(
                    (other, waypoint) -> waypoint.canary(waypoint.canary().filter(canary -> !canary.equals(name))));
        });
    }

    private void moveWaypoint() {
        some(draft.waypoints.keySet())
                .ifPresent(name -> draft.waypoints.compute(name, (key, waypoint) -> waypoint.in(one(draft.units))));
    }

    private void via(ObjectRef object) {
        List<String> vias = new ArrayList<>(List.of("patch", "patch", "owner"));
        if (Draft.isApplicable(object)) {
            vias.addAll(List.of("apply", "apply"));
        }
        if (object.kind() == Kind.NAMESPACE) {
            vias.add("full");
        }
        draft.vias.put(object, one(vias));
    }

    private void admits() {
        some(draft.waypoints.keySet())
                .ifPresent(name -> draft.waypoints.compute(name, (key, waypoint) -> waypoint.admits(one(ADMITS))));
    }

    private void namespace() {
        ObjectRef namespace = OBJECTS.get(random.nextInt(2));
        if (random.nextInt(3) == 0) {
            draft.namespaces.remove(namespace);
        } else {
            draft.namespaces.put(namespace, new Stated(one(draft.units), random.nextBoolean()));
        }
    }

    private void external() {
        ObjectRef external = OBJECTS.get(OBJECTS.size() - 1);
        if (random.nextBoolean()) {
            draft.externals.remove(external);
        } else {
            draft.externals.put(external, one(draft.units));
        }
    }

    private void canary() {
        some(draft.waypoints.keySet())
                .ifPresent(name -> draft.waypoints.compute(
                        name,
                        (key, waypoint) -> waypoint.canary(
                                some(draft.waypoints.keySet(), other -> !other.equals(name) && random.nextBoolean()))));
    }

    /** A unit comes, or goes with all that it states or with nothing, since another one takes that over. */
    private void unit() {
        String unit = one(UNITS.subList(1, UNITS.size()));
        if (draft.units.add(unit)) {
            return;
        }
        draft.units.remove(unit);
        String heir = one(draft.units);
        if (random.nextBoolean()) {
            draft.claims.removeIf(claim -> claim.unit().equals(unit)
                    || (claim.unit().isEmpty()
                            && draft.waypoint(claim.waypoint()).unit().equals(unit)));
            draft.waypoints
                    .values()
                    .removeIf(waypoint ->
                            waypoint.unit().equals(unit) && waypoint.phase().equals(Draft.RETIRE));
        }
        draft.claims.addAll(draft.claims.stream()
                .filter(claim -> claim.unit().equals(unit))
                .map(claim -> new Claim(claim.object(), claim.waypoint(), heir))
                .toList());
        draft.claims.removeIf(claim -> claim.unit().equals(unit));
        draft.waypoints.replaceAll((name, waypoint) -> waypoint.unit().equals(unit) ? waypoint.in(heir) : waypoint);
        draft.namespaces.replaceAll(
                (name, stated) -> stated.unit().equals(unit) ? new Stated(heir, stated.ambient()) : stated);
        draft.externals.replaceAll((name, owner) -> owner.equals(unit) ? heir : owner);
    }

    private <T> T one(Collection<T> all) {
        return new ArrayList<>(all).get(random.nextInt(all.size()));
    }

    private <T> Optional<T> some(Collection<T> all) {
        return some(all, each -> true);
    }

    private <T> Optional<T> some(Collection<T> all, Predicate<T> wanted) {
        List<T> found = all.stream().filter(wanted).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(one(found));
    }
}
