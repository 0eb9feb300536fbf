package dev.waymark.delivery;

import java.util.Set;
import java.util.SortedSet;

/** Argo CD or Flux with the delivery objects of a repository, each of which is a unit of its own. */
public interface DeliveryTool {
    /** Takes in the delivery objects of a commit, as a parent unit that prunes does it. */
    void follow(Repository head);

    /** The names of the units of the last commit. */
    SortedSet<String> units();

    /** Units that must have synced the same commit before this one does. */
    Set<String> awaited(String unit);

    /**
     * Syncs a unit to the last commit.
     *
     * @param byHand whether somebody does it, and lets it prune
     * @return whether all of it was taken
     */
    boolean sync(String unit, boolean byHand);

    /** The name under which the tool applies everything. */
    String manager();

    /** The tool of an engine as intents name it. */
    static DeliveryTool of(String engine, Cluster cluster) {
        return engine.equals("argo") ? new ArgoCd(cluster) : new Flux(cluster);
    }
}
