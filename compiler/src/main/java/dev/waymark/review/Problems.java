package dev.waymark.review;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.Ordered;
import java.util.List;

/** Messages about both sides: those that only the new one has, those that only the old one had, and those of both. */
public record Problems(List<Diagnostic> introduced, List<Diagnostic> fixed, List<Diagnostic> unchanged) {
    public Problems {
        introduced = Ordered.list(introduced);
        fixed = Ordered.list(fixed);
        unchanged = Ordered.list(unchanged);
    }
}
