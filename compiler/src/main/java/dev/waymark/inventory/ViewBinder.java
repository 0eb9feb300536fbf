package dev.waymark.inventory;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.Kind;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.LabelSelector.Requirement;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.GatewayClassView;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.GatewayView.Listener;
import dev.waymark.routing.Labels;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Makes the routing model's view of an object out of its manifest, with the defaults of the API server. */
final class ViewBinder {
    private static final String METADATA = "metadata";
    private static final String LABELS = "labels";
    private static final String ANNOTATIONS = "annotations";

    private ViewBinder() {}

    static NamespaceView namespace(InventoryObject object) {
        return new NamespaceView(
                object.id().name(), object.labels(), object.annotations(), true, Optional.of(object.span()));
    }

    static GatewayView gateway(InventoryObject object) {
        return new GatewayView(
                new ObjectName(object.id().namespace(), object.id().name()),
                Fields.text(object.root(), "spec", "gatewayClassName").orElse(""),
                object.labels(),
                object.annotations(),
                Fields.list(object.root(), "spec", "listeners").stream()
                        .map(ViewBinder::listener)
                        .toList(),
                Optional.of(object.span()));
    }

    private static Listener listener(YamlNode listener) {
        return new Listener(
                number(listener, "port"),
                Fields.text(listener, "protocol").orElse(""),
                allowed(listener),
                Optional.of(listener.span()));
    }

    /** 0 for what is no number of a port. */
    private static int number(YamlNode node, String field) {
        String text = Fields.text(node, field).orElse("");
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static AllowedRoutes allowed(YamlNode listener) {
        String from =
                Fields.text(listener, "allowedRoutes", "namespaces", "from").orElse("Same");
        Optional<LabelSelector> selector = Fields.mapping(listener, "allowedRoutes", "namespaces", "selector")
                .map(ViewBinder::selector);
        return new AllowedRoutes(from, from.equals("Selector") ? selector : Optional.empty());
    }

    /** A selector of Kubernetes' API machinery. */
    static LabelSelector selector(YamlNode node) {
        List<Requirement> requirements = Fields.list(node, "matchExpressions").stream()
                .map(expression -> new Requirement(
                        Fields.text(expression, "key").orElse(""),
                        Fields.text(expression, "operator").orElse(""),
                        Fields.texts(expression, "values")))
                .toList();
        return new LabelSelector(Fields.labels(node, "matchLabels").values(), requirements);
    }

    static GatewayClassView gatewayClass(InventoryObject object) {
        return new GatewayClassView(
                object.id().name(),
                Fields.text(object.root(), "spec", "controllerName").orElse(""),
                object.labels(),
                object.annotations());
    }

    /** What traffic can be addressed to. */
    static Target target(InventoryObject object, ObjectRef ref) {
        return switch (ref.kind()) {
            case NAMESPACE -> namespace(object);
            case SERVICE -> service(object, ref);
            case SERVICE_ENTRY -> serviceEntry(object, ref);
            default ->
                new WorkloadView(ref, podLabels(object, ref.kind()), podAnnotations(object, ref.kind()), place(object));
        };
    }

    private static Optional<Span> place(InventoryObject object) {
        return Optional.of(object.span());
    }

    private static ServiceView service(InventoryObject object, ObjectRef ref) {
        return new ServiceView(
                ref,
                object.labels(),
                object.annotations(),
                form(object.root()),
                Fields.labels(object.root(), "spec", "selector").values(),
                place(object));
    }

    private static ServiceView.Form form(YamlNode root) {
        if (Fields.text(root, "spec", "type").filter("ExternalName"::equals).isPresent()) {
            return ServiceView.Form.EXTERNAL_NAME;
        }
        boolean headless =
                Fields.text(root, "spec", "clusterIP").filter("None"::equals).isPresent()
                        || Fields.texts(root, "spec", "clusterIPs").contains("None");
        return headless ? ServiceView.Form.HEADLESS : ServiceView.Form.ADDRESS;
    }

    private static ServiceEntryView serviceEntry(InventoryObject object, ObjectRef ref) {
        return new ServiceEntryView(
                ref,
                object.labels(),
                object.annotations(),
                Fields.texts(object.root(), "spec", "hosts"),
                Fields.texts(object.root(), "spec", "addresses"),
                Fields.text(object.root(), "spec", "resolution").orElse("NONE"),
                ports(object.root()),
                place(object));
    }

    private static List<Integer> ports(YamlNode entry) {
        return Fields.list(entry, "spec", "ports").stream()
                .map(port -> number(port, "number"))
                .filter(number -> number > 0)
                .toList();
    }

    /** The labels of a WorkloadEntry's metadata win over those of its spec (istio {@code ConvertClientWorkloadEntry}). */
    private static Labels podLabels(InventoryObject object, Kind kind) {
        if (kind == Kind.WORKLOAD_ENTRY) {
            return Fields.labels(object.root(), "spec", LABELS).and(object.labels());
        }
        return podMetadata(object.root(), kind, LABELS);
    }

    private static Labels podAnnotations(InventoryObject object, Kind kind) {
        return podMetadata(object.root(), kind, ANNOTATIONS);
    }
    /** The labels or annotations that the waypoint of an object of a kind is chosen by. */
    static Labels podMetadata(YamlMapping root, Kind kind, String field) {
        return switch (kind.labelsAt()) {
            case METADATA -> Fields.labels(root, METADATA, field);
            case WORKLOAD_METADATA -> Fields.labels(root, "spec", METADATA, field);
            case POD_TEMPLATE -> Fields.labels(root, "spec", "template", METADATA, field);
            case JOB_TEMPLATE -> Fields.labels(root, "spec", "jobTemplate", "spec", "template", METADATA, field);
        };
    }
}
