package dev.waymark.lint;

import dev.waymark.diagnostic.Diagnostic;
import java.util.stream.Stream;

/** WM5004: an ALLOW policy on pods behind a waypoint that does not let the waypoint in. */
final class CallerIdentity implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return new CallerSearch(subject).find();
    }
}
