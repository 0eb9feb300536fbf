package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.lower.Compiled.Attempt;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** A mesh that is edited and rendered again and again, with all that must hold after each render. */
final class History {
    /** Does once more what was done in memory. */
    interface Mirror {
        void follow(Draft draft, boolean settle, Attempt attempt) throws Exception;
    }

    private final Random random;
    private final Happenings tally;
    private final Mirror mirror;
    private final Standing standing = new Standing();
    private Draft draft;
    private Draft next;
    private Snapshot before = Snapshot.NOTHING;
    private Snapshot fresh = Snapshot.NOTHING;

    /** @param tally counts what came up, over many histories */
    History(long seed, Happenings tally, Mirror mirror) {
        this.random = new Random(seed);
        this.tally = tally;
        this.mirror = mirror;
        this.draft = Edits.first(random);
        this.next = draft;
    }

    /** Edits the mesh and renders it; what is refused is as if it had never been written. */
    void step() throws Exception {
        boolean settle = random.nextInt(4) == 0;
        next = draft.copy();
        Edits.change(random, next, settle && random.nextBoolean() ? 0 : 1 + random.nextInt(3));
        Compiled compiled = Compiled.of(next.documents());
        Attempt plain = compiled.onto(before, false);
        if (compiled.mesh().isEmpty()) {
            follow(false, plain);
            return;
        }
        checkRemovals(plain);
        Snapshot alone = compiled.onto(Snapshot.NOTHING, false).after().orElse(Snapshot.NOTHING);
        if (!settle || !settle(compiled, plain, alone)) {
            follow(false, plain);
            plain.after().ifPresent(after -> accept(compiled, after, alone, false));
        }
    }

    private void follow(boolean settle, Attempt attempt) throws Exception {
        String outcome = attempt.errors().isEmpty()
                ? (settle ? "settled" : "rendered")
                : attempt.errors().toString();
        tally.count(outcome);
        mirror.follow(next, settle, attempt);
    }

    private void checkRemovals(Attempt plain) {
        assertThat(plain.errors().contains("WM4003"))
                .as("these are gone: %s", standing.deserted(next))
                .isEqualTo(!standing.deserted(next).isEmpty());
    }

    /**
     * Settles, if people would; returns whether that was accepted.
     *
     * @param plain the same render without settling
     * @param alone the same documents in an empty directory
     */
    private boolean settle(Compiled compiled, Attempt plain, Snapshot alone) throws Exception {
        Attempt attempt = compiled.onto(before, true);
        if (plain.after().isPresent()) {
            checkSettling(plain.after().get(), alone, attempt);
        } else if (plain.errors().contains("WM4012") && !standing.suits(alone)) {
            return false;
        }
        follow(true, attempt);
        attempt.after().ifPresent(after -> accept(compiled, after, alone, true));
        return attempt.after().isPresent();
    }

    /** Beside what lingers and is no list, another wanted admission may count as a change of what lingers. */
    private void checkSettling(Snapshot plain, Snapshot alone, Attempt attempt) {
        Set<String> newly = beyond(plain, alone);
        newly.removeAll(beyond(before, fresh));
        boolean sameAdmissions = alone.gateways().keySet().stream()
                .allMatch(waypoint -> alone.admitted(waypoint).equals(fresh.admitted(waypoint)));
        if (sameAdmissions || !newly.isEmpty()) {
            assertThat(attempt.errors().contains("WM4015"))
                    .as("lingers only since now: %s", newly)
                    .isEqualTo(!newly.isEmpty());
        }
    }

    /** What one render has beyond another one: documents, and namespaces that are admitted. */
    private static Set<String> beyond(Snapshot more, Snapshot less) {
        Set<String> beyond = new HashSet<>(more.documents().keySet());
        beyond.removeAll(less.documents().keySet());
        for (String waypoint : less.gateways().keySet()) {
            Set<String> namespaces = more.admitted(waypoint);
            namespaces.removeAll(less.admitted(waypoint));
            namespaces.forEach(namespace -> beyond.add(waypoint + " admits " + namespace));
        }
        return beyond;
    }

    private void accept(Compiled compiled, Snapshot after, Snapshot alone, boolean settled) {
        assertThat(after.documents().keySet())
                .as("what is asked for")
                .containsAll(alone.documents().keySet());
        if (settled) {
            assertThat(after).as("what is settled").isEqualTo(alone);
        } else {
            assertThat(after.included()).as("what others include").containsAll(before.included());
        }
        assertThat(compiled.onto(after, false).after()).as("the same again").contains(after);
        standing.rendered(next, after, alone, settled);
        count(after);
        draft = next;
        before = after;
        fresh = alone;
    }

    private void count(Snapshot after) {
        after.lingering()
                .values()
                .forEach(all -> all.forEach(what -> tally.count(what.what().word())));
        tally.countGone(before, after);
        next.waypoints.values().stream()
                .filter(waypoint -> waypoint.canary().isPresent())
                .forEach(waypoint -> tally.count("a canary"));
    }

    @Override
    public String toString() {
        return next + "follows\n" + draft + "of which lingers " + before.lingering();
    }
}
