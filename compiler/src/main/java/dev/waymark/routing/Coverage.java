package dev.waymark.routing;

/** What the absence of an object from a view says. */
public enum Coverage {
    /** All that exists is known: what is missing does not exist. */
    COMPLETE,
    /** Some manifests are known: what is missing may exist. */
    PARTIAL,
    /** Nothing but what intents say is known; about the rest nothing is said either. */
    INTENTS
}
