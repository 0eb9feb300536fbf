package dev.waymark.reasons;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.reasons.Account.Step;
import dev.waymark.routing.Admission;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.routing.Routing;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What istiod looks at on the way to one answer, one after another. */
record Steps(Routing routing, Target target, Route route) {
    List<Step> all() {
        List<Step> steps = new ArrayList<>(labels());
        Optional<ObjectName> wanted = route.label().flatMap(Decision::wanted);
        wanted.ifPresent(name -> steps.addAll(gateway(name)));
        route.canary().ifPresent(canary -> steps.add(canary(canary)));
        if (route.waypoint().isPresent()) {
            steps.addAll(beyond());
        }
        return steps;
    }

    private MeshView view() {
        return routing.view();
    }

    private List<Step> labels() {
        if (route.label().isEmpty() && isExempt()) {
            return List.of(exemption());
        }
        String own = target.ref().toString();
        if (route.label().isEmpty()) {
            return unlabelled(own);
        }
        Decision label = route.label().get();
        Step carried = new Step(label.object() + " carries " + words(label), label.at());
        return label.object().equals(target.ref())
                ? List.of(new Step(carried.text() + overruled(), carried.at()))
                : List.of(new Step(own + " has no label `istio.io/use-waypoint` of its own", target.span()), carried);
    }

    /** What the namespace says to no avail. */
    private String overruled() {
        return Optional.ofNullable(view().namespaces().get(target.ref().namespace()))
                .filter(namespace -> !(target instanceof NamespaceView))
                .flatMap(NamespaceView::wanted)
                .filter(name -> !route.label().flatMap(Decision::wanted).equals(Optional.of(name)))
                .map(name -> "; its own label counts, not that of its namespace, which names " + name)
                .orElse("");
    }

    private static String words(Decision label) {
        String wanted = label.wanted().map(ObjectName::toString).orElse("");
        return label.wanted().isEmpty()
                ? "`istio.io/use-waypoint: none`: no waypoint is wanted"
                : "the label `istio.io/use-waypoint`, which names the waypoint " + wanted;
    }

    private List<Step> unlabelled(String own) {
        List<Step> steps = new ArrayList<>();
        String namespace = "namespace " + target.ref().namespace();
        if (!(target instanceof NamespaceView)) {
            steps.add(new Step(own + " has no label `istio.io/use-waypoint`", target.span()));
        }
        Optional<NamespaceView> found =
                Optional.ofNullable(view().namespaces().get(target.ref().namespace()));
        if (route.reason() == Reason.UNKNOWN) {
            steps.add(Step.of("the labels of " + namespace + " are not known here: it may name a waypoint"));
        } else if (found.flatMap(known -> known.labels().get(IstioLabels.USE_WAYPOINT))
                .isPresent()) {
            steps.add(new Step(
                    namespace + " says `none`, which is the same as no label",
                    found.get().labels().place(IstioLabels.USE_WAYPOINT)));
        } else {
            steps.add(new Step(
                    (steps.isEmpty() ? "" : "neither has ")
                            + namespace
                            + (steps.isEmpty() ? " has no label `istio.io/use-waypoint`" : ""),
                    found.flatMap(NamespaceView::span)));
        }
        return steps;
    }

    private boolean isExempt() {
        return routing.isExempt(target);
    }

    private Step exemption() {
        if (target instanceof ServiceView service && service.form() == ServiceView.Form.EXTERNAL_NAME) {
            return new Step(
                    target.ref() + " is of type ExternalName: a name in the DNS, which never has a waypoint",
                    target.span());
        }
        if (target instanceof ServiceEntryView) {
            return new Step(
                    "a Service has taken all hosts of " + target.ref() + ", or istiod " + view().istioVersion()
                            + " cannot publish its addresses: it is not there for clients",
                    target.span());
        }
        String key = target.labels().has(IstioLabels.MANAGED) && target.ref().kind() == Kind.SERVICE
                ? IstioLabels.MANAGED
                : IstioLabels.GATEWAY_NAME;
        return new Step(
                target.ref() + " carries `" + key
                        + "`: it is a part of a Gateway, and those have no waypoint themselves",
                target.labels().place(key).or(target::span));
    }

    private List<Step> gateway(ObjectName name) {
        Optional<GatewayView> found = view().gateway(name);
        if (found.isEmpty()) {
            return List.of(Step.of(
                    route.reason() == Reason.NOT_READY
                            ? "there is no Gateway " + name + ": istiod ignores the label, and falls back to nothing"
                            : "no Gateway " + name + " is shown here: it may exist elsewhere"));
        }
        GatewayView gateway = found.get();
        List<Step> steps = new ArrayList<>();
        steps.add(admission(gateway));
        if (route.reason() != Reason.DENIED && !(route.reason() == Reason.UNKNOWN && !isInstance())) {
            steps.add(traffic(gateway));
        }
        if (route.reason() == Reason.UNKNOWN && isInstance()) {
            steps.add(new Step(
                    target.ref() + " carries `" + IstioLabels.GATEWAY_NAME
                            + "`: if that Gateway exists, it is a part of it and has no waypoint",
                    target.labels().place(IstioLabels.GATEWAY_NAME)));
        }
        return steps;
    }

    private boolean isInstance() {
        return target.labels().has(IstioLabels.GATEWAY_NAME);
    }

    private Step admission(GatewayView gateway) {
        Optional<GatewayView.Listener> listener = Admission.listener(gateway, view().gatewayClass(gateway));
        AllowedRoutes allowed = listener.map(GatewayView.Listener::allowed).orElse(AllowedRoutes.SAME);
        String namespace =
                route.label().map(label -> label.object().namespace()).orElse("");
        String verdict = switch (route.reason()) {
            case DENIED -> "does not admit";
            case UNKNOWN -> isInstance() ? "admits" : "may or may not admit";
            default -> "admits";
        };
        Optional<Span> place = listener.flatMap(GatewayView.Listener::span).or(gateway::span);
        return new Step(
                "the Gateway " + gateway.name() + " " + verdict + " namespace " + namespace + ", since it admits "
                        + admitted(allowed, gateway),
                place);
    }

    static String admitted(AllowedRoutes allowed, GatewayView gateway) {
        return switch (allowed.from()) {
            case "All" -> "all namespaces";
            case "Selector" ->
                allowed.selector()
                        .map(selector -> selector.toString().isEmpty()
                                ? "all namespaces"
                                : "namespaces with the labels " + selector)
                        .orElse("nobody: its selector is missing");
            default -> "its own namespace, " + gateway.name().namespace() + ", only";
        };
    }

    private Step traffic(GatewayView gateway) {
        String takes = routing.trafficType(gateway);
        String calls = route.traffic() == Traffic.SERVICE ? "the address of a Service" : "pods";
        boolean fits = takes.equals("all") || takes.equals(route.traffic().word());
        Labels labels = gateway.labels();
        boolean stated = labels.has(IstioLabels.WAYPOINT_FOR);
        return new Step(
                "the Gateway " + gateway.name() + " is for `" + takes + "` traffic"
                        + (stated ? "" : ", as any that says nothing else") + ", which calls to " + calls
                        + (fits ? " are" : " are not"),
                labels.place(IstioLabels.WAYPOINT_FOR).or(gateway::span));
    }

    private static Step canary(Route.Canary canary) {
        return Step.of(
                canary.weight().isPresent()
                        ? canary.weight().getAsInt() + "% of the connections go through the canary " + canary.waypoint()
                        : "the canary " + canary.waypoint() + " does not attach ("
                                + canary.reason().word() + "): all connections go through the waypoint itself");
    }

    /** What the labels cannot say. */
    private List<Step> beyond() {
        List<Step> steps = new ArrayList<>();
        boolean headless = target instanceof ServiceView service && service.form() == ServiceView.Form.HEADLESS;
        if (headless) {
            steps.add(new Step(
                    target.ref() + " is headless: clients dial its pods, whose own waypoint counts, not this one",
                    target.span()));
        }
        if (route.traffic() == Traffic.SERVICE) {
            steps.add(Step.of(
                    route.ingress()
                            ? "ingress gateways go through it too"
                            : "ingress gateways go past it, and so do clients with sidecars or outside of the mesh"));
        }
        steps.add(Step.of("the Gateway is taken to become ready, which only the cluster can tell"));
        return steps;
    }
}
