package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Canary;
import dev.waymark.mesh.Model.Claim;
import dev.waymark.mesh.Model.Form;
import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Unit;
import dev.waymark.mesh.Model.Waypoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is derived, written down once more from the description of the language, straight from the model and without
 * any thought of speed. Each object and each Gateway is a line.
 */
record NaiveRules(Model model) {
    private static final String USE = "istio.io/use-waypoint";
    private static final String NAME = "kubernetes.io/metadata.name";
    private static final Map<String, String> GUARDS = Map.of(
            "argocd.argoproj.io/sync-options", "ServerSideApply=true,Validate=false,Prune=false,Delete=false",
            "argocd.argoproj.io/compare-options", "IgnoreExtraneous",
            "kustomize.toolkit.fluxcd.io/ssa", "Merge",
            "kustomize.toolkit.fluxcd.io/prune", "Disabled");
    private static final Map<String, String> GUARDS_OF_OURS = Map.of(
            "argocd.argoproj.io/sync-options", "Prune=false,Delete=false",
            "kustomize.toolkit.fluxcd.io/prune", "Disabled");

    /** {@code unit via kind namespace/name labels annotations}, for each unit that renders something of an object */
    SortedSet<String> objects() {
        SortedSet<String> lines = new TreeSet<>();
        for (Unit unit : model.units()) {
            unit.externals().forEach(external -> lines.add(line(unit.name() + " ours", external, true)));
            model.targets()
                    .filter(target -> !target.isExternal() && concerns(unit, target))
                    .forEach(target -> object(unit, target).ifPresent(line -> lines.add(line)));
        }
        return lines;
    }

    /** Whether a unit renders something of an object: for a Namespace who names it, else everybody who enrolls it. */
    private boolean concerns(Unit unit, Target target) {
        boolean named = model.units().stream().anyMatch(each -> each.names(target));
        return named
                ? unit.names(target)
                : model.claims(target).anyMatch(claim -> claim.unit().equals(unit));
    }

    private Optional<String> object(Unit unit, Target target) {
        Optional<String> serving =
                model.serving(target).map(claim -> claim.unit().name());
        boolean labels =
                unit.names(target) || serving.filter(unit.name()::equals).isPresent();
        boolean bare = !labels || labels(target).isEmpty();
        boolean claimed = model.claims(target).findAny().isPresent();
        String via = model.via(target);
        boolean rendered = switch (via) {
            case "patch" -> claimed || !bare;
            case "apply" -> !bare || isWithdrawn(unit, target);
            default -> via.equals("full");
        };
        return rendered ? Optional.of(line(unit.name() + " " + via, target, labels)) : Optional.empty();
    }

    /** Whether labels that may still stand there are taken back, and nobody else puts some. */
    private boolean isWithdrawn(Unit unit, Target target) {
        boolean retired = model.claims(target)
                .filter(claim -> unit.names(target) || claim.unit().equals(unit))
                .flatMap(claim -> model.waypoint(claim.waypoint()).stream())
                .anyMatch(waypoint -> waypoint.options().phase().equals(Optional.of("retire")));
        return retired && model.serving(target).isEmpty();
    }

    private String line(String how, Target target, boolean labels) {
        SortedMap<String, String> annotations = new TreeMap<>(labels ? annotations(target) : Map.of());
        if (how.endsWith(" apply")) {
            annotations.putAll(GUARDS);
        } else if (how.endsWith(" full")) {
            annotations.putAll(GUARDS_OF_OURS);
        }
        String kind = target.object().kind().toLowerCase(Locale.ROOT);
        return how + " " + kind + " " + target.namespace() + "/" + target.name() + " "
                + (labels ? labels(target) : Map.of()) + " " + annotations;
    }

    SortedMap<String, String> labels(Target target) {
        SortedMap<String, String> labels = new TreeMap<>();
        model.units().stream()
                .filter(unit -> unit.names(target))
                .flatMap(unit -> unit.namespaces().stream())
                .filter(each -> each.name().equals(target.name()))
                .flatMap(each -> each.mode().stream())
                .forEach(mode -> labels.put("istio.io/dataplane-mode", mode));
        model.serving(target).ifPresent(claim -> {
            if (claim.waypoint().equals(Model.NONE)) {
                labels.put(USE, Model.NONE);
            } else {
                refer(USE, claim.waypoint(), target, labels);
                enroll(claim, target, labels);
            }
        });
        return labels;
    }

    private void enroll(Claim claim, Target target, SortedMap<String, String> labels) {
        canary(target).ifPresent(canary -> refer(USE + "-canary", canary.waypoint(), target, labels));
        boolean above = !target.kind().equals("Namespace")
                && model.serving(Target.namespace(target.namespace()))
                        .flatMap(this::ingress)
                        .orElse(false);
        ingress(claim)
                .filter(value -> !target.isWorkload() && (value || above))
                .ifPresent(value -> labels.put("istio.io/ingress-use-waypoint", value.toString()));
        boolean global = model.waypoint(claim.waypoint())
                .filter(waypoint -> waypoint.options().global())
                .isPresent();
        if (global && target.kind().equals("Service")) {
            labels.put("istio.io/global", "true");
        }
    }

    private static void refer(String key, String waypoint, Target target, SortedMap<String, String> labels) {
        String[] words = waypoint.split("/", -1);
        labels.put(key, words[1]);
        if (!words[0].equals(target.namespace())) {
            labels.put(key + "-namespace", words[0]);
        }
    }

    SortedMap<String, String> annotations(Target target) {
        SortedMap<String, String> annotations = new TreeMap<>();
        canary(target)
                .ifPresent(canary ->
                        annotations.put("istio.io/use-waypoint-canary-weight", String.valueOf(canary.weight())));
        return annotations;
    }

    private Optional<Canary> canary(Target target) {
        return model.serving(target)
                .filter(claim -> !target.isWorkload())
                .flatMap(claim -> model.waypoint(claim.waypoint()))
                .flatMap(waypoint -> waypoint.options().canary())
                .filter(canary ->
                        model.waypoint(canary.waypoint()).map(Waypoint::serves).orElse(true));
    }

    private Optional<Boolean> ingress(Claim claim) {
        Optional<Boolean> own = claim.consumer().ingress();
        return own.or(() -> model.waypoint(claim.waypoint())
                .flatMap(waypoint -> waypoint.options().ingress()));
    }

    /** {@code unit namespace/name traffic revision admission}, and {@code global} where it is */
    SortedSet<String> gateways() {
        SortedSet<String> lines = new TreeSet<>();
        for (Unit unit : model.units()) {
            for (Waypoint waypoint : unit.waypoints()) {
                String revision = waypoint.options()
                        .revision()
                        .or(() -> model.settings().revision())
                        .orElse("none");
                lines.add(unit.name() + " " + waypoint.reference() + " " + waypoint.takes() + " " + revision + " "
                        + admission(unit, waypoint) + (waypoint.options().global() ? " global" : ""));
            }
        }
        return lines;
    }

    private static String admission(Unit unit, Waypoint waypoint) {
        List<Waypoint> primaries = unit.waypoints().stream()
                .filter(each -> each.hasCanary(waypoint))
                .toList();
        Admits admits = waypoint.admits();
        if (Stream.concat(Stream.of(waypoint), primaries.stream())
                .anyMatch(each -> each.admits().form() == Form.ALL)) {
            return "All";
        }
        Optional<SortedSet<String>> listed = listed(admits);
        if (listed.isEmpty()) {
            SortedSet<String> expressions = new TreeSet<>();
            admits.expressions()
                    .forEach(each ->
                            expressions.add(each.key() + " " + each.operator() + " " + new TreeSet<>(each.values())));
            return "Selector " + admits.labels() + " " + expressions;
        }
        SortedSet<String> namespaces = new TreeSet<>(users(waypoint));
        namespaces.addAll(listed.get());
        primaries.forEach(each -> namespaces.addAll(users(each).isEmpty() ? List.of(each.namespace()) : users(each)));
        return admission(namespaces, waypoint.namespace());
    }

    private static String admission(SortedSet<String> namespaces, String home) {
        if (namespaces.stream().allMatch(home::equals)) {
            return "Same";
        }
        return namespaces.size() == 1
                ? "Selector {" + NAME + "=" + namespaces.first() + "} []"
                : "Selector {} [" + NAME + " In " + namespaces + "]";
    }

    private static SortedSet<String> users(Waypoint waypoint) {
        SortedSet<String> namespaces = new TreeSet<>(waypoint.admits().namespaces());
        waypoint.consumers()
                .forEach(consumer -> namespaces.add(consumer.target().namespace()));
        return namespaces;
    }

    /** The names of a selector that asks for nothing else; none where there is no selector. */
    private static Optional<SortedSet<String>> listed(Admits admits) {
        if (admits.form() != Form.SELECTOR) {
            return Optional.of(new TreeSet<>());
        }
        boolean label =
                admits.labels().containsKey(NAME) && admits.expressions().isEmpty();
        boolean expression = admits.labels().isEmpty()
                && admits.expressions().size() == 1
                && admits.expressions().get(0).key().equals(NAME)
                && admits.expressions().get(0).operator().equals("In");
        if (label) {
            return Optional.of(new TreeSet<>(admits.labels().values()));
        }
        return expression
                ? Optional.of(new TreeSet<>(admits.expressions().get(0).values()))
                : Optional.empty();
    }
}
