package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.routing.Reason;
import java.util.stream.Stream;

/** WM3005: a ServiceEntry that only its namespace sees, and that asks for a waypoint elsewhere. */
final class CrossNamespace implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> enrolled.route().reason() == Reason.CROSS_NAMESPACE)
                .map(enrolled -> Diagnostic.of(Code.CROSS_NAMESPACE_FORBIDDEN, enrolled.object(), enrolled.wanted())
                        .at(enrolled.label()));
    }
}
