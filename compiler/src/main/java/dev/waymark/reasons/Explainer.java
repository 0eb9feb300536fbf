package dev.waymark.reasons;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.reasons.Account.Step;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.routing.Routing;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import dev.waymark.routing.WorkloadView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains the ways to targets. */
public final class Explainer {
    private final Routing routing;
    private final MeshView view;

    public Explainer(Routing routing) {
        this.routing = routing;
        this.view = routing.view();
    }

    /** What is to be said of something; empty if it does not exist, or nobody knows anything of it. */
    public Optional<Account> explain(TargetName asked) {
        if (asked.object().isEmpty()) {
            return view.gateway(asked.name()).map(gateway -> new WaypointAccount(routing).of(gateway));
        }
        return find(asked.object().get()).map(this::explain);
    }

    /** Whether anything here shows it, rather than that it may exist. */
    public boolean isShown(TargetName asked) {
        return asked.object()
                .map(ref -> view.targets().containsKey(ref) || view.namespaces().containsKey(ref.name()))
                .orElse(true);
    }

    private Optional<Target> find(ObjectRef ref) {
        Optional<Target> shown = ref.kind() == Kind.NAMESPACE
                ? Optional.ofNullable(view.namespaces().get(ref.name()))
                : Optional.ofNullable(view.targets().get(ref));
        return shown.or(() -> unseen(ref));
    }

    /** What nobody shows may exist all the same, in a namespace that somebody speaks of. */
    private Optional<Target> unseen(ObjectRef ref) {
        boolean open = view.coverage() != Coverage.COMPLETE
                && ref.kind() != Kind.NAMESPACE
                && view.namespaces().containsKey(ref.namespace());
        return open ? Optional.of(Target.unseen(ref, Optional.empty())) : Optional.empty();
    }

    /** Whether what is not known does not exist. */
    public boolean knowsAll() {
        return view.coverage() == Coverage.COMPLETE;
    }

    /** All that can be asked about, as it is asked for. */
    public Stream<String> known() {
        Stream<ObjectRef> objects = Stream.concat(
                view.namespaces().keySet().stream().map(ObjectRef::namespace), view.targets().keySet().stream());
        return Stream.concat(
                objects.map(TargetName::words),
                view.gateways().keySet().stream().map(name -> "waypoint/" + name));
    }

    private Account explain(Target target) {
        List<Route> routes = traffics(target)
                .map(traffic -> routing.resolve(target, traffic))
                .toList();
        List<Step> steps = new ArrayList<>();
        first(target).ifPresent(steps::add);
        for (Route route : routes) {
            steps.addAll(new Steps(routing, target, route).all());
        }
        ObjectRef ref = target.ref();
        return new Account(
                ref.kind().kindName(),
                ref.namespace(),
                ref.name(),
                answer(target, routes),
                routes,
                steps.stream().distinct().toList(),
                routes.stream()
                        .flatMap(route -> Remedies.of(routing, target, route).stream())
                        .distinct()
                        .toList());
    }

    private static Stream<Traffic> traffics(Target target) {
        return target instanceof NamespaceView ? Stream.of(Traffic.values()) : Stream.of(Traffic.of(target));
    }

    private Optional<Step> first(Target target) {
        if (target.span().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Step.of("nothing here shows " + target.ref()
                + ": what follows holds if it exists and has no labels of its own"));
    }

    private String answer(Target target, List<Route> routes) {
        List<String> sentences =
                routes.stream().map(route -> answer(target, route)).toList();
        return String.join(" ", sentences);
    }

    private static String answer(Target target, Route route) {
        String calls = calls(target, route.traffic());
        if (route.waypoint().isPresent()) {
            return calls + " go through the waypoint " + route.waypoint().get() + ".";
        }
        if (route.reason() == Reason.UNKNOWN) {
            return "Whether " + lower(calls) + " go through a waypoint cannot be told from these inputs.";
        }
        Optional<ObjectName> wanted = route.label()
                .flatMap(Decision::wanted)
                .filter(name -> route.reason().isRefusal());
        return wanted.map(name -> calls + " should go through the waypoint " + name
                        + ", but go direct: its L7 policies do not see them.")
                .orElse(calls + " go direct, through no waypoint.");
    }

    private static String lower(String calls) {
        return "calls" + calls.substring("Calls".length());
    }

    private static String calls(Target target, Traffic traffic) {
        if (target instanceof NamespaceView) {
            return "Calls to the " + (traffic == Traffic.SERVICE ? "services" : "pods") + " of " + target.ref()
                    + " that have no label of their own";
        }
        return "Calls to " + (target instanceof WorkloadView ? "the pods of " : "") + target.ref();
    }
}
