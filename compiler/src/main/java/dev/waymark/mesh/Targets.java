package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.intent.ConsumerIntent;
import dev.waymark.intent.TargetIntent;
import dev.waymark.intent.TargetIntent.OfExternal;
import dev.waymark.intent.TargetIntent.OfNamespace;
import dev.waymark.intent.TargetIntent.OfPods;
import dev.waymark.intent.TargetIntent.OfService;
import dev.waymark.intent.TargetIntent.OfServiceEntry;
import dev.waymark.intent.TargetIntent.OfWorkload;
import dev.waymark.intent.TargetIntent.OfWorkloadEntry;
import dev.waymark.intent.Text;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Finds the object that an entry names, and reports one that cannot be found. */
final class Targets {
    /** For how many unknown names a near one is looked for: beyond that the whole list is wrong, and the search long. */
    private static final int SEARCHED = 20;

    private final Declarations declarations;
    private final Pods pods;
    private final DiagnosticLog log;
    private int unknownExternals;

    Targets(Declarations declarations, Inventory inventory, DiagnosticLog log) {
        this.declarations = declarations;
        this.pods = new Pods(inventory);
        this.log = log;
    }

    Declarations declarations() {
        return declarations;
    }

    /**
     * The object of an entry, or the objects where it describes them; empty if none can be named.
     *
     * @param home the namespace that is meant where none is written
     */
    List<ObjectRef> find(ConsumerIntent entry, String home) {
        return entry.target() instanceof OfPods described
                ? matching(entry, described)
                : named(entry, home).map(pods::followed).stream().toList();
    }

    private List<ObjectRef> matching(ConsumerIntent entry, OfPods described) {
        List<ObjectRef> found = pods.find(described);
        if (found.isEmpty()) {
            log.add(pods.missing(described, entry));
        }
        return found;
    }

    private Optional<ObjectRef> named(ConsumerIntent entry, String home) {
        TargetIntent target = entry.target();
        if (target instanceof OfNamespace namespace) {
            return Optional.of(ObjectRef.namespace(namespace.name()));
        }
        if (target instanceof OfService service) {
            return Optional.of(reference(Kind.SERVICE, service.namespace(), home, service.name()));
        }
        if (target instanceof OfWorkload workload) {
            return Optional.of(reference(Kind.named(workload.kind()), workload.namespace(), home, workload.name()));
        }
        if (target instanceof OfWorkloadEntry workload) {
            return Optional.of(reference(Kind.WORKLOAD_ENTRY, workload.namespace(), home, workload.name()));
        }
        return serviceEntry(entry, target, home);
    }

    private static ObjectRef reference(Kind kind, Optional<String> namespace, String home, String name) {
        return new ObjectRef(kind, namespace.orElse(home), name);
    }

    private Optional<ObjectRef> serviceEntry(ConsumerIntent entry, TargetIntent target, String home) {
        if (target instanceof OfServiceEntry other) {
            ObjectRef object = reference(Kind.SERVICE_ENTRY, other.namespace(), home, other.name());
            return declarations.isOurs(object) ? ours(entry, object) : Optional.of(object);
        }
        OfExternal external = (OfExternal) target;
        entry.via().ifPresent(via -> log.add(viaOnExternal(via)));
        ObjectRef object = reference(Kind.SERVICE_ENTRY, external.namespace(), home, external.name());
        return declarations.isOurs(object) ? Optional.of(object) : unknown(entry, object);
    }

    private Optional<ObjectRef> ours(ConsumerIntent entry, ObjectRef object) {
        log.add(Diagnostic.of(
                        Code.CONFLICTING_SETTINGS,
                        object + " is one of the externals",
                        "it is rendered whole, with its labels: a patch of it would have the same thing said twice",
                        "write `external` in place of `serviceEntry`")
                .at(entry.span()));
        return Optional.empty();
    }

    private Optional<ObjectRef> unknown(ConsumerIntent entry, ObjectRef object) {
        String name = object.namespace() + "/" + object.name();
        Diagnostic unknown = Diagnostic.of(Code.EXTERNAL_NOT_FOUND, name).at(entry.span());
        List<String> known = declarations.externals().stream()
                .map(external -> external.name().toString())
                .toList();
        boolean search = unknownExternals++ < SEARCHED;
        log.add(search ? unknown.help(NearName.help(name, known, unknown.help())) : unknown);
        return Optional.empty();
    }

    private static Diagnostic viaOnExternal(Text via) {
        return Diagnostic.of(
                        Code.CONFLICTING_SETTINGS,
                        "an external has no `via`",
                        "its ServiceEntry is rendered whole, with its labels: there is no owner to deliver them to",
                        "remove `via`")
                .at(via.span());
    }
}
