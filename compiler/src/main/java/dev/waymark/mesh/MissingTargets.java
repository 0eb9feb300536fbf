package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.diagnostic.Severity;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * WM1005: objects that labels shall go on and that the inventory lacks. A Namespace that is rendered whole, or applied,
 * comes into being by that.
 */
final class MissingTargets {
    /** How often a near name is looked for beyond one namespace: past that the inventory is another one than was meant. */
    private static final int SEARCHED = 20;

    private final Inventory inventory;
    private final DiagnosticLog log;
    private final SortedSet<String> namespaces = new TreeSet<>();
    private int searched;

    MissingTargets(Inventory inventory, DiagnosticLog log) {
        this.inventory = inventory;
        this.log = log;
        inventory.carriers().map(target -> target.ref().namespace()).forEach(name -> namespaces.add(name));
    }

    void check(List<LabelledObject> objects) {
        if (inventory.given()) {
            Set<ObjectRef> seen = new HashSet<>();
            objects.stream()
                    .filter(object -> !object.retired() && !comesIntoBeing(object))
                    .filter(object -> inventory.target(object.object()).isEmpty() && seen.add(object.object()))
                    .forEach(this::report);
        }
    }

    /** What is to be applied in part, and is not there for sure, is told by WM4002. */
    private boolean comesIntoBeing(LabelledObject object) {
        if (object.object().kind() == Kind.NAMESPACE) {
            return object.via() == Via.FULL || object.via() == Via.APPLY;
        }
        return object.via() == Via.APPLY
                && inventory.complete()
                && !object.object().kind().isWorkload();
    }

    private void report(LabelledObject object) {
        Optional<String> near = near(object.object());
        if (inventory.complete() || near.isPresent()) {
            Diagnostic missing = Diagnostic.of(Code.TARGET_NOT_FOUND, object.object(), "the inventory")
                    .as(inventory.complete() ? Severity.ERROR : Severity.WARNING)
                    .at(object.source());
            log.add(near.map(name -> missing.help("did you mean `" + name + "`?"))
                    .orElse(missing));
        }
    }

    /** What somebody may have meant: another name in the namespace, or the same name in another one. */
    private Optional<String> near(ObjectRef object) {
        if (object.kind() == Kind.NAMESPACE) {
            return nearNamespace(object, inventory.namespaces().keySet());
        }
        List<String> names = inventory.targets(object.kind(), object.namespace()).stream()
                .map(Target::ref)
                .map(ObjectRef::name)
                .toList();
        return NearName.of(object.name(), names)
                .map(name -> object.namespace() + "/" + name)
                .or(() -> elsewhere(object));
    }

    private Optional<String> elsewhere(ObjectRef object) {
        if (namespaces.contains(object.namespace())) {
            return Optional.empty();
        }
        return nearNamespace(object, namespaces)
                .filter(other -> inventory
                        .target(new ObjectRef(object.kind(), other, object.name()))
                        .isPresent())
                .map(other -> other + "/" + object.name());
    }

    private Optional<String> nearNamespace(ObjectRef object, Set<String> known) {
        return searched++ < SEARCHED ? NearName.of(object.namespace(), known) : Optional.empty();
    }
}
