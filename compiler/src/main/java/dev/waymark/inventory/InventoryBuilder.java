package dev.waymark.inventory;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.Suppression;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.GatewayClassView;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Target;
import dev.waymark.source.Span;
import dev.waymark.yaml.ManifestObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects objects one after another; their trees are forgotten but for the kinds that are judged as a whole. */
public final class InventoryBuilder {
    /** An annotation with which an author has messages about the object taken away. */
    private static final String ALLOW = "waymark.dev/allow";

    /** Kinds that say all they say in their metadata, or in other fields, or may say nothing. */
    private static final Set<String> WITHOUT_SPEC = Set.of(
            "Namespace",
            "ConfigMap",
            "ServiceAccount",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "AuthorizationPolicy",
            "RequestAuthentication",
            "Telemetry");

    private final String defaultNamespace;
    private final DiagnosticLog log;
    private final SortedMap<String, NamespaceView> namespaces = new TreeMap<>();
    private final SortedMap<ObjectName, GatewayView> gateways = new TreeMap<>();
    private final SortedMap<String, GatewayClassView> gatewayClasses = new TreeMap<>();
    private final SortedMap<ObjectRef, Target> targets = new TreeMap<>();
    private final SortedMap<ObjectRef, Existing> objects = new TreeMap<>();
    private final SortedMap<ObjectId, InventoryObject> others = new TreeMap<>();
    private final SortedMap<ObjectRef, ObjectRef> templates = new TreeMap<>();
    private final Map<ObjectId, Seen> seen = new HashMap<>();

    private final List<Suppression> suppressions = new ArrayList<>();

    private record Seen(long fingerprint, Span span) {}

    /** @param defaultNamespace of objects that state none */
    public InventoryBuilder(String defaultNamespace, DiagnosticLog log) {
        this.defaultNamespace = defaultNamespace;
        this.log = log;
    }

    /** Takes an object; whatever else is passed over. */
    public void add(ManifestObject manifest) {
        InventoryObject.of(manifest, defaultNamespace)
                .filter(this::isWhole)
                .filter(this::isNew)
                .ifPresent(this::bind);
    }

    /** What has metadata alone is a patch that a Kustomization lays over the object, and not the object. */
    private boolean isWhole(InventoryObject object) {
        boolean whole = WITHOUT_SPEC.contains(object.id().kind())
                || Fields.at(object.root(), "spec").isPresent();
        if (!whole) {
            log.add(Diagnostic.of(
                            Code.SKIPPED_MANIFEST,
                            "this is skipped: a " + object.id().kind() + " without a `spec` is a patch of one",
                            "build the Kustomization that it belongs to with `kubectl kustomize`, and name the result")
                    .at(object.span()));
        }
        return whole;
    }

    private boolean isNew(InventoryObject object) {
        Seen now = new Seen(Fingerprint.of(object.root()), object.span());
        Seen before = seen.putIfAbsent(object.id(), now);
        if (before != null && before.fingerprint != now.fingerprint) {
            log.add(Diagnostic.of(Code.INVENTORY_CONFLICT, object.id())
                    .at(now.span, "stated again, differently")
                    .and(before.span, "stated first"));
        }
        return before == null;
    }

    /** {@code WM2003: reason}, one a line. */
    private void allow(InventoryObject object) {
        Labels annotations = object.annotations();
        annotations
                .get(ALLOW)
                .ifPresent(text -> text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.split(":", 2))
                        .forEach(words -> suppressions.add(Suppression.ofObject(
                                words[0].strip(),
                                words.length == 1 ? "" : words[1].strip(),
                                annotations.place(ALLOW).orElseGet(object::span),
                                object.root().span()))));
    }

    private void bind(InventoryObject object) {
        allow(object);
        if (object.is(Gateway.GROUP, "Gateway")) {
            GatewayView gateway = ViewBinder.gateway(object);
            gateways.put(gateway.name(), gateway);
            others.put(object.id(), object);
        } else if (object.is(Gateway.GROUP, "GatewayClass")) {
            gatewayClasses.put(object.id().name(), ViewBinder.gatewayClass(object));
        } else if (object.ref().isPresent()) {
            bind(object, object.ref().get());
        } else {
            others.put(object.id(), object);
        }
    }

    private void bind(InventoryObject object, ObjectRef ref) {
        objects.put(ref, object.existing());
        Target target = ViewBinder.target(object, ref);
        if (target instanceof NamespaceView namespace) {
            namespaces.put(namespace.name(), namespace);
        } else {
            targets.put(ref, target);
        }
        if (ref.kind() == Kind.ROLLOUT) {
            referenced(object).ifPresent(template -> templates.put(ref, template));
        }
        if (ref.kind() == Kind.SERVICE_ENTRY) {
            others.put(object.id(), object);
        }
    }

    /** The workload whose pod template a Rollout runs. */
    private static Optional<ObjectRef> referenced(InventoryObject rollout) {
        return Fields.text(rollout.root(), "spec", "workloadRef", "kind")
                .flatMap(Kind::find)
                .flatMap(kind -> Fields.text(rollout.root(), "spec", "workloadRef", "name")
                        .map(name -> new ObjectRef(kind, rollout.id().namespace(), name)));
    }

    /** All that was taken. */
    public Inventory build(boolean complete) {
        Inventory.follow(templates, targets);
        return new Inventory(
                true,
                complete,
                namespaces,
                gateways,
                gatewayClasses,
                targets,
                objects,
                others,
                templates,
                suppressions);
    }
}
