package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.Ordered;
import java.util.List;

/**
 * A diagnostic, or an effect of a change, for services that show messages beside lines of a change, and know them again
 * in the next run.
 *
 * @param place by the name that was given; in a revision by the path there
 * @param related other places, as they were given
 * @param fingerprint the same in every run as long as what is found, the file and the field or the object are the same,
 *     whatever the line
 */
record Finding(
        FindingRule rule, Severity severity, Sentences sentences, Spot place, List<Other> related, String fingerprint) {
    /** Lines of a file. */
    record Spot(String file, Region region) {
        @Override
        public String toString() {
            return file + ":" + region.line() + ":" + region.column();
        }
    }

    /** Another place that belongs to it. */
    record Other(String message, Spot place) {
        static Other of(Related related) {
            return new Other(related.message(), new Spot(related.span().file().name(), Region.of(related.span())));
        }
    }

    Finding {
        related = Ordered.list(related);
    }

    String file() {
        return place.file();
    }

    Region region() {
        return place.region();
    }
}
