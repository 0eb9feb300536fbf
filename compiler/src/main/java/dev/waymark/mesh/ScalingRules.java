package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ScalingIntent;
import dev.waymark.intent.ScalingIntent.Autoscale;
import dev.waymark.intent.ScalingIntent.Replicas;
import dev.waymark.intent.Setting;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Quantity;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import dev.waymark.source.Span;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlScalar;
import java.util.Optional;

/** WM1012 in how a waypoint is run: settings that the API server refuses together, or that undo each other. */
final class ScalingRules {
    private static final String AUTOSCALER = "horizontalPodAutoscaler";
    private static final String BUDGET = "podDisruptionBudget";

    /** The {@code maxReplicas} over which overlays are laid (istio {@code files/waypoint.yaml}). */
    private static final int TEMPLATE_MAX = 1;

    private static final String KEEP_ONE = "keep one of the two";

    private final ObjectName waypoint;
    private final ScalingIntent scaling;
    private final DiagnosticLog log;

    private ScalingRules(ObjectName waypoint, ScalingIntent scaling, DiagnosticLog log) {
        this.waypoint = waypoint;
        this.scaling = scaling;
        this.log = log;
    }

    static void check(DeclaredWaypoint waypoint, DiagnosticLog log) {
        ScalingIntent scaling = waypoint.intent().scaling();
        ScalingRules rules = new ScalingRules(waypoint.name(), scaling, log);
        rules.checkNumber();
        rules.checkRange();
        rules.checkBudget();
        scaling.requests().forEach(rules::checkRequest);
        new OverlayRules(waypoint.name(), scaling, log).check();
    }

    private void checkNumber() {
        Optional<Span> stated = scaling.replicas().map(Replicas::span);
        Optional<Span> customized =
                scaling.customized("deployment", "spec", "replicas").map(Entry::span);
        Optional<Span> autoscaler = scaling.autoscale()
                .map(Autoscale::span)
                .or(() ->
                        scaling.overlay(AUTOSCALER).map(overlay -> overlay.key().span()));
        Optional<Span> fixed = stated.or(() -> customized);
        if (stated.isPresent() && customized.isPresent()) {
            log.add(twice(customized.get(), stated.get()));
        } else if (fixed.isPresent() && autoscaler.isPresent()) {
            log.add(fought(fixed.get(), autoscaler.get()));
        }
    }

    private Diagnostic twice(Span customized, Span stated) {
        return conflict(
                        "the number of pods of " + waypoint + " is stated twice",
                        "the overlay would win, and whoever changes `replicas` would change nothing",
                        KEEP_ONE)
                .at(customized, "stated here")
                .and(stated, "and here");
    }

    private Diagnostic fought(Span fixed, Span autoscaler) {
        return conflict(
                        waypoint + " has a fixed number of pods and an autoscaler",
                        "istiod would set the number back with every change, against the load",
                        KEEP_ONE)
                .at(fixed, "a fixed number")
                .and(autoscaler, "an autoscaler");
    }

    private void checkRange() {
        Optional<Replicas> least =
                customized("minReplicas").or(() -> scaling.autoscale().map(Autoscale::min));
        Optional<Replicas> most =
                customized("maxReplicas").or(() -> scaling.autoscale().map(Autoscale::max));
        int limit = most.map(Replicas::count).orElse(TEMPLATE_MAX);
        least.filter(min -> min.count() > limit)
                .map(min -> range(min, limit))
                .map(range -> most.map(max -> range.and(max.span(), "at most"))
                        .orElseGet(() -> range.help("state `maxReplicas` too: it is 1 where nothing says otherwise")))
                .ifPresent(log::add);
    }

    private Diagnostic range(Replicas least, int limit) {
        return conflict(
                        "the autoscaler of " + waypoint + " shall run " + least.count() + " pods at least, and " + limit
                                + " at most",
                        "the API server refuses it: the number of pods would not follow the load",
                        "raise the upper number, or lower the other one")
                .at(least.span(), "at least");
    }

    private Optional<Replicas> customized(String field) {
        return scaling.customized(AUTOSCALER, "spec", field)
                .filter(entry -> entry.value() instanceof YamlScalar scalar
                        && scalar.type() == ScalarType.INTEGER
                        && scalar.integer().bitLength() < Integer.SIZE)
                .map(entry ->
                        new Replicas(((YamlScalar) entry.value()).integer().intValueExact(), entry.span()));
    }

    private void checkBudget() {
        Optional<Entry> available = budget("minAvailable");
        Optional<Entry> unavailable = budget("maxUnavailable");
        if (available.isPresent() && unavailable.isPresent()) {
            log.add(conflict(
                            "the disruption budget of " + waypoint + " has both `minAvailable` and `maxUnavailable`",
                            "the API server refuses it: all pods could be evicted at once",
                            KEEP_ONE)
                    .at(unavailable.get().span())
                    .and(available.get().span(), "beside this one"));
        }
    }

    private Optional<Entry> budget(String field) {
        return scaling.customized(BUDGET, "spec", field)
                .filter(entry -> !entry.value().isNull());
    }

    private void checkRequest(Setting request) {
        scaling.limits().stream()
                .filter(limit -> limit.key().value().equals(request.key().value()))
                .filter(limit -> Quantity.value(request.value().value())
                                .compareTo(Quantity.value(limit.value().value()))
                        > 0)
                .map(limit -> conflict(
                                waypoint + " requests " + request.value() + " of " + request.key()
                                        + ", more than its limit of " + limit.value(),
                                "the API server refuses such pods: the waypoint would have no proxy",
                                "raise the limit, or lower the request")
                        .at(request.value().span(), "requested")
                        .and(limit.value().span(), "the limit"))
                .forEach(log::add);
    }

    private static Diagnostic conflict(String message, String consequence, String help) {
        return Diagnostic.of(Code.CONFLICTING_SETTINGS, message, consequence, help);
    }
}
