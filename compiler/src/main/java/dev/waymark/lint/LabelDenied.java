package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Once;
import dev.waymark.routing.Admission;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Reason;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2002: a label that names a waypoint which does not admit the namespace. */
final class LabelDenied implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> enrolled.route().reason() == Reason.DENIED)
                .filter(enrolled -> !isUnreadable(subject, enrolled))
                .filter(Once.per(Enrolled::label))
                .map(enrolled -> describe(subject, enrolled));
    }

    /** Then the listener has a message of its own. */
    private static boolean isUnreadable(Subject subject, Enrolled enrolled) {
        return subject.view()
                .gateway(enrolled.wanted())
                .filter(gateway -> Waypoints.isUnreadable(subject, gateway))
                .isPresent();
    }

    private static Diagnostic describe(Subject subject, Enrolled enrolled) {
        GatewayView gateway = subject.view().gateway(enrolled.wanted()).orElseThrow();
        String namespace = enrolled.object().namespace();
        Diagnostic diagnostic = Diagnostic.of(Code.ATTACHMENT_DENIED, enrolled.object(), enrolled.wanted(), namespace)
                .at(enrolled.label(), "enrolled here")
                .help(help(namespace, subject.isDeclared(enrolled.wanted())));
        Optional<Span> listener = Admission.listener(gateway, subject.view().gatewayClass(gateway))
                .flatMap(GatewayView.Listener::span)
                .or(gateway::span);
        return listener.map(place -> diagnostic.and(place, "does not admit it")).orElse(diagnostic);
    }

    /** @param declared by an intent: there a selector is all that is left to find out */
    private static String help(String namespace, boolean declared) {
        return declared
                ? "give namespace " + namespace + " the labels that `admits` asks for, or ask the waypoint's owner to"
                        + " admit it"
                : "admit namespace " + namespace + " under `allowedRoutes.namespaces` of the listener, or ask the"
                        + " owner of the Gateway to";
    }
}
