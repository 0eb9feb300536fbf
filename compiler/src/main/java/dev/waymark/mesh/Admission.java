package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.AdmitsIntent;
import dev.waymark.intent.AdmitsIntent.Everyone;
import dev.waymark.intent.AdmitsIntent.Namespaces;
import dev.waymark.intent.AdmitsIntent.Selector;
import dev.waymark.intent.Setting;
import dev.waymark.intent.Text;
import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.LabelSelector;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives {@code allowedRoutes} from who is admitted: the namespaces of a waypoint's consumers and what {@code admits}
 * adds. With {@code Selector} istiod gives the waypoint's own namespace no free pass (istio {@code
 * waypoints.go:AllowsAttachmentFromNamespace}), so that it stands in the list as soon as it is used from there.
 */
final class Admission {
    private Admission() {}

    static AllowedRoutes derive(DeclaredWaypoint waypoint, List<Consumer> consumers, DiagnosticLog log) {
        Optional<AdmitsIntent> admits = waypoint.intent().admits();
        if (admits.isPresent() && admits.get() instanceof Everyone) {
            return AllowedRoutes.ALL;
        }
        if (admits.isPresent() && admits.get() instanceof Selector selector) {
            return selected(waypoint, selector, consumers, log);
        }
        SortedSet<String> namespaces = new TreeSet<>();
        consumers.forEach(consumer -> namespaces.add(consumer.target().namespace()));
        if (admits.isPresent() && admits.get() instanceof Namespaces listed) {
            listed.names().forEach(name -> namespaces.add(name.value()));
        }
        boolean own = namespaces.stream().allMatch(waypoint.name().namespace()::equals);
        return own ? AllowedRoutes.SAME : AllowedRoutes.selected(LabelSelector.ofNamespaces(namespaces));
    }

    private static AllowedRoutes selected(
            DeclaredWaypoint waypoint, Selector intent, List<Consumer> consumers, DiagnosticLog log) {
        LabelSelector selector = selector(intent);
        consumers.stream()
                .filter(consumer ->
                        !selector.surelyMatchesNamespace(consumer.target().namespace()))
                .map(consumer -> Diagnostic.of(
                                Code.ADMITS_INEXPRESSIBLE,
                                waypoint.name(),
                                consumer.target().namespace())
                        .at(intent.span(), "may leave it out")
                        .and(consumer.span(), "enrolled here"))
                .findFirst()
                .ifPresent(log::add);
        return AllowedRoutes.selected(selector);
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
