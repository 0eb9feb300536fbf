package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.AdmitsIntent;
import dev.waymark.intent.AdmitsIntent.Everyone;
import dev.waymark.intent.AdmitsIntent.Namespaces;
import dev.waymark.intent.AdmitsIntent.Selector;
import dev.waymark.intent.CanaryIntent;
import dev.waymark.intent.Setting;
import dev.waymark.intent.Text;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.ObjectName;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import dev.waymark.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives who is admitted: the namespaces of a waypoint's own consumers, what {@code admits} adds, and whom the
 * waypoints of its unit admit that name it as their canary. With {@code Selector} istiod gives the waypoint's own
 * namespace no free pass (istio {@code waypoints.go:AllowsAttachmentFromNamespace}), so that it stands in the list as
 * soon as it is used from there.
 */
final class Admissions {
    private final Declarations declarations;
    private final Claims claims;
    private final NamespaceLabels namespaces;
    private final DiagnosticLog log;
    private final SortedMap<ObjectName, Admitted> admitted = new TreeMap<>();

    private Admissions(Declarations declarations, Claims claims, NamespaceLabels namespaces, DiagnosticLog log) {
        this.declarations = declarations;
        this.claims = claims;
        this.namespaces = namespaces;
        this.log = log;
    }

    static Admissions of(Declarations declarations, Claims claims, NamespaceLabels namespaces, DiagnosticLog log) {
        Admissions admissions = new Admissions(declarations, claims, namespaces, log);
        SortedMap<ObjectName, Admitted> own = new TreeMap<>();
        declarations.waypoints().forEach(waypoint -> own.put(waypoint.name(), admissions.own(waypoint)));
        admissions.admitted.putAll(own);
        declarations.waypoints().forEach(waypoint -> admissions.admitAtCanary(waypoint, own));
        return admissions;
    }

    Admitted of(ObjectName waypoint) {
        return admitted.getOrDefault(waypoint, Admitted.namespaces(List.of()));
    }

    private Admitted own(DeclaredWaypoint waypoint) {
        Optional<AdmitsIntent> admits = waypoint.intent().admits();
        Admitted stated = admits.map(Admissions::stated).orElse(Admitted.namespaces(List.of()));
        for (Consumer consumer : claims.consumersOf(waypoint.name())) {
            Admitted namespace = Admitted.namespaces(List.of(consumer.target().namespace()));
            Optional<Admitted> both = both(stated, namespace);
            if (both.isEmpty()) {
                log.add(inexpressible(waypoint, consumer.target().namespace(), consumer.span(), "enrolled here"));
                return stated;
            }
            stated = both.get();
        }
        return stated;
    }

    private static Admitted stated(AdmitsIntent admits) {
        if (admits instanceof Everyone) {
            return new Admitted.Everyone();
        }
        return admits instanceof Namespaces listed
                ? Admitted.namespaces(listed.names().stream().map(Text::value).toList())
                : new Admitted.Selected(selector((Selector) admits));
    }

    /** The connections that the canary takes over come from whoever uses the primary one. */
    private void admitAtCanary(DeclaredWaypoint primary, SortedMap<ObjectName, Admitted> own) {
        Optional<CanaryIntent> intent = primary.intent().canary();
        Optional<DeclaredWaypoint> canary = intent.map(CanaryIntent::waypoint)
                .map(Declarations::name)
                .flatMap(declarations::waypoint)
                .filter(waypoint -> waypoint.unit().equals(primary.unit()));
        if (canary.isEmpty()) {
            return;
        }
        ObjectName name = canary.get().name();
        Admitted users = users(primary, own.getOrDefault(primary.name(), new Admitted.Everyone()));
        Optional<Admitted> both = both(of(name), users);
        if (both.isPresent()) {
            admitted.put(name, both.get());
        } else {
            String words = String.join(", ", users.beyond(of(name)));
            log.add(inexpressible(canary.get(), words, intent.get().span(), "its canary from here"));
        }
    }

    private Optional<Admitted> both(Admitted some, Admitted more) {
        return beyond(some, more).and(beyond(more, some));
    }

    /** What must be admitted beside a selector: not the namespaces that are known to have its labels. */
    private Admitted beyond(Admitted admitted, Admitted other) {
        if (!(admitted instanceof Admitted.Namespaces listed && other instanceof Admitted.Selected selected)) {
            return admitted;
        }
        return Admitted.namespaces(listed.names().stream()
                .filter(name -> !isKnownToMatch(name, selected.selector()))
                .toList());
    }

    private boolean isKnownToMatch(String namespace, LabelSelector selector) {
        return namespaces
                .known(namespace)
                .filter(known -> selector.matches(known.labels().values()))
                .isPresent();
    }

    /** Nobody named means the own namespace, which for a canary elsewhere must be written out. */
    private static Admitted users(DeclaredWaypoint primary, Admitted own) {
        return own.equals(Admitted.namespaces(List.of()))
                ? Admitted.namespaces(List.of(primary.name().namespace()))
                : own;
    }

    private static Diagnostic inexpressible(DeclaredWaypoint waypoint, String who, Span span, String words) {
        Diagnostic diagnostic = Diagnostic.of(Code.ADMITS_INEXPRESSIBLE, waypoint.name(), who);
        return waypoint.intent()
                .admits()
                .map(admits -> diagnostic.at(admits.span(), "may leave it out").and(span, words))
                .orElseGet(() -> diagnostic.at(span, words));
    }

    private static LabelSelector selector(Selector intent) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (Setting label : intent.matchLabels()) {
            labels.put(label.key().value(), label.value().value());
        }
        return new LabelSelector(
                labels,
                intent.matchExpressions().stream()
                        .map(expression -> new LabelSelector.Requirement(
                                expression.key().value(),
                                expression.operator().value(),
                                expression.values().stream()
                                        .map(Text::value)
                                        .sorted()
                                        .distinct()
                                        .toList()))
                        .sorted(Comparator.comparing(LabelSelector.Requirement::toString))
                        .distinct()
                        .toList());
    }
}
