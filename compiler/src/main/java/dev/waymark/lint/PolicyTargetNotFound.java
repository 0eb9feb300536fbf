package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.kube.ObjectName;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Binding.Outcome;
import dev.waymark.routing.MeshView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** WM5003: a policy or a route for what does not exist. */
final class PolicyTargetNotFound implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return Policies.bindings(subject)
                .filter(binding -> binding.outcome() == Outcome.MISSING)
                .map(binding -> describe(subject.view(), binding));
    }

    private static Diagnostic describe(MeshView view, Binding binding) {
        String carry = binding.policy().type().isRoute() ? "follows" : "enforces";
        return Diagnostic.of(
                        Code.POLICY_TARGET_NOT_FOUND,
                        binding.policy().id(),
                        binding.target(),
                        "nobody " + carry + " it, and traffic passes as if it were not there",
                        help(view, binding))
                .at(binding.ref().span(), "not found");
    }

    private static String help(MeshView view, Binding binding) {
        String kind = binding.ref().kind();
        String name = binding.ref().name();
        String namespace = binding.ref().namespace().orElse(binding.policy().namespace());
        Optional<String> elsewhere = objects(view, kind)
                .filter(object -> object.name().equals(name))
                .map(ObjectName::namespace)
                .findFirst();
        if (elsewhere.isPresent()) {
            String there = elsewhere.get();
            return "there is " + kind + " " + there + "/" + name + ": what is for it belongs into namespace " + there;
        }
        List<String> near = objects(view, kind)
                .filter(object -> object.namespace().equals(namespace))
                .map(ObjectName::name)
                .toList();
        return NearName.of(name, near)
                .map(found -> "did you mean `" + found + "`?")
                .orElse("name what exists in its namespace, or take it away");
    }

    private static Stream<ObjectName> objects(MeshView view, String kind) {
        return kind.equals("Gateway")
                ? view.gateways().keySet().stream()
                : view.targets().keySet().stream()
                        .filter(ref -> ref.kind().kindName().equals(kind))
                        .map(ref -> new ObjectName(ref.namespace(), ref.name()));
    }
}
