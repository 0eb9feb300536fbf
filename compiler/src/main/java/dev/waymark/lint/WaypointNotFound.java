package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** WM1002: a label that names a waypoint which is not there. */
final class WaypointNotFound implements Rule {
    /** For how many missing ones a near name is looked for: beyond that the input is another one than was meant. */
    private static final int SEARCHED = 20;

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        List<String> known = subject.view().gateways().keySet().stream()
                .map(ObjectName::toString)
                .toList();
        List<Enrolled> missing = subject.enrolled()
                .filter(enrolled -> isMissing(subject, enrolled) && !isMeantOtherwise(subject, enrolled))
                .toList();
        List<String> searched = missing.size() > SEARCHED ? List.of() : known;
        return missing.stream().map(enrolled -> describe(enrolled, searched));
    }

    /** One that is known to be missing, or that nobody knows anything of. */
    private static boolean isMissing(Subject subject, Enrolled enrolled) {
        Reason reason = enrolled.route().reason();
        return reason == Reason.NOT_READY
                || (reason == Reason.UNKNOWN
                        && subject.view().gateway(enrolled.wanted()).isEmpty());
    }

    /** Labels that mislead have a message of their own, in the gate of routing. */
    private static boolean isMeantOtherwise(Subject subject, Enrolled enrolled) {
        return Names.areNonsense(enrolled.carrier().labels()) || StaleNamespaceLabel.applies(subject, enrolled);
    }

    private static Diagnostic describe(Enrolled enrolled, List<String> known) {
        Optional<String> near = NearName.of(enrolled.wanted().toString(), known);
        boolean surely = enrolled.route().reason() == Reason.NOT_READY;
        Severity severity = surely ? Severity.ERROR : near.isPresent() ? Severity.WARNING : Severity.NOTE;
        return Diagnostic.of(Code.WAYPOINT_NOT_FOUND, enrolled.wanted())
                .as(severity)
                .at(enrolled.label(), "on " + enrolled.object())
                .help(near.map(name -> "did you mean `" + name + "`?")
                        .orElse("add its Gateway to these manifests, or take the label away"));
    }
}
