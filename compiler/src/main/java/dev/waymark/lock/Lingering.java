package dev.waymark.lock;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something of an earlier render that the documents no longer ask for and that stays, since the cluster may still depend
 * on it.
 *
 * @param subject what lingers
 * @param detail of an admission who is admitted, and beside whom where that is no list; empty for everything else
 */
public record Lingering(What what, String subject, String detail) implements Comparable<Lingering> {
    private static final Comparator<Lingering> ORDER = Comparator.comparing(Lingering::what)
            .thenComparing(Lingering::subject)
            .thenComparing(Lingering::detail);

    /** The things that linger. */
    public enum What {
        /** An admission at a waypoint, {@code NAMESPACE/NAME}. */
        ADMISSION,
        /** A Component without patches, by its folder. */
        COMPONENT,
        /** A Namespace of ours without our labels. */
        NAMESPACE,
        /** A partial object without our labels, as {@code service shop/cart}. */
        OBJECT,
        /** A unit that is taken back. */
        UNIT,
        /** A waypoint in {@code phase: retire}: it may disappear next. Stated by a document, so that settling leaves it. */
        WAYPOINT;

        /** As in the lock. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Lingering of(What what, String subject) {
        return new Lingering(what, subject, "");
    }

    /** A waypoint that a document retires is the document's to remove. */
    public boolean canBeSettled() {
        return what != What.WAYPOINT;
    }

    /** As people say it. */
    public String words() {
        return switch (what) {
            case ADMISSION -> "the admission of " + detail + " at " + subject;
            case COMPONENT -> "the component " + subject + " without patches";
            case NAMESPACE -> "the Namespace " + subject + " without labels";
            case OBJECT -> "the partial of " + subject + " without labels";
            case UNIT -> "the unit " + subject + " that is taken back";
            case WAYPOINT -> "the waypoint " + subject + " in phase retire";
        };
    }

    @Override
    public int compareTo(Lingering other) {
        return ORDER.compare(this, other);
    }
}
