package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Binding.Outcome;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** WM5003: a policy or a route for what does not exist. */
final class PolicyTargetNotFound implements Rule {
    private static final String GATEWAY = "Gateway";

    @Override
    public Stream<Diagnostic> find(Subject subject) {
        List<Binding> missing = subject.bindings()
                .filter(binding -> binding.outcome() == Outcome.MISSING)
                .toList();
        if (missing.isEmpty()) {
            return Stream.empty();
        }
        Map<String, ObjectName> byName = byName(subject.view());
        return missing.stream().map(binding -> describe(subject, byName, binding));
    }

    /** The first object of each kind and name, whatever its namespace. */
    private static Map<String, ObjectName> byName(MeshView view) {
        Map<String, ObjectName> byName = new HashMap<>();
        view.gateways().keySet().forEach(gateway -> byName.putIfAbsent(GATEWAY + "/" + gateway.name(), gateway));
        view.targets()
                .keySet()
                .forEach(ref -> byName.putIfAbsent(
                        ref.kind().kindName() + "/" + ref.name(), new ObjectName(ref.namespace(), ref.name())));
        return byName;
    }

    private static Diagnostic describe(Subject subject, Map<String, ObjectName> byName, Binding binding) {
        String carry = binding.policy().type().isRoute() ? "follows" : "enforces";
        return Diagnostic.of(
                        Code.POLICY_TARGET_NOT_FOUND,
                        binding.policy().id(),
                        binding.target(),
                        "nobody " + carry + " it, and traffic passes as if it were not there",
                        help(subject, byName, binding))
                .at(binding.ref().span(), "not found");
    }

    private static String help(Subject subject, Map<String, ObjectName> byName, Binding binding) {
        String kind = binding.ref().kind();
        String name = binding.ref().name();
        ObjectName elsewhere = byName.get(kind + "/" + name);
        if (elsewhere != null) {
            return "there is " + kind + " " + elsewhere + ": what is for it belongs into namespace "
                    + elsewhere.namespace();
        }
        String namespace = binding.ref().namespace().orElse(binding.policy().namespace());
        return NearName.of(name, names(subject, kind, namespace).toList())
                .map(found -> "did you mean `" + found + "`?")
                .orElse("name what exists in its namespace, or take it away");
    }

    private static Stream<String> names(Subject subject, String kind, String namespace) {
        return kind.equals(GATEWAY)
                ? subject.view().gateways().keySet().stream()
                        .filter(gateway -> gateway.namespace().equals(namespace))
                        .map(ObjectName::name)
                : subject.in(namespace)
                        .map(Target::ref)
                        .filter(ref -> ref.kind().kindName().equals(kind))
                        .map(ObjectRef::name);
    }
}
