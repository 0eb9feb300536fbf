package dev.waymark.intent;

import dev.waymark.intent.AdmitsIntent.Everyone;
import dev.waymark.intent.AdmitsIntent.Expression;
import dev.waymark.intent.AdmitsIntent.Namespaces;
import dev.waymark.intent.AdmitsIntent.Selector;
import dev.waymark.intent.TargetIntent.OfExternal;
import dev.waymark.intent.TargetIntent.OfNamespace;
import dev.waymark.intent.TargetIntent.OfPods;
import dev.waymark.intent.TargetIntent.OfService;
import dev.waymark.intent.TargetIntent.OfServiceEntry;
import dev.waymark.intent.TargetIntent.OfWorkload;
import dev.waymark.intent.TargetIntent.OfWorkloadEntry;
import dev.waymark.overlay.Identity;
import dev.waymark.yaml.YamlDocument;
import java.util.Optional;

/** Binds documents that have passed the schema to records. */
public final class IntentBinder {
    private IntentBinder() {}

    public static MeshIntent bind(YamlDocument document) {
        Fields root = Fields.of(document.root());
        Fields spec = root.fields("spec");
        Fields mesh = spec.fields("mesh");
        return new MeshIntent(
                root.fields("metadata").text("name"),
                new MeshSettings(
                        mesh.optionalText("istioVersion"),
                        mesh.optionalText("revision"),
                        mesh.optionalText("rootNamespace")),
                DeliveryBinder.delivery(spec.fields("delivery")),
                spec.list("namespaces", IntentBinder::namespace),
                spec.list("waypoints", IntentBinder::waypoint),
                spec.list("externals", ExternalBinder::external),
                spec.list("enrollments", IntentBinder::enrollment),
                spec.list("optOuts", IntentBinder::consumer));
    }

    private static NamespaceIntent namespace(Fields fields) {
        return new NamespaceIntent(
                fields.text("name"), fields.optionalText("dataplaneMode"), fields.optionalText("via"));
    }

    private static WaypointIntent waypoint(Fields fields) {
        return new WaypointIntent(
                fields.textOr("name", Identity.DEFAULT_WAYPOINT),
                fields.text("namespace"),
                fields.optionalText("for"),
                fields.optionalText("gatewayClassName"),
                fields.optionalText("revision"),
                metadata(fields),
                metadata(fields.fields("infrastructure")),
                fields.list("consumers", IntentBinder::consumer),
                fields.optional("admits", IntentBinder::admits),
                fields.flag("ingress"),
                ScalingBinder.scaling(fields),
                fields.optional("canary", IntentBinder::canary),
                fields.flag("global"),
                fields.optionalText("phase"));
    }

    private static MetadataIntent metadata(Fields fields) {
        return new MetadataIntent(fields.settings("labels"), fields.settings("annotations"));
    }

    private static CanaryIntent canary(Fields fields) {
        return new CanaryIntent(
                reference(fields, "waypoint"), fields.number("weight").orElseThrow(), fields.span());
    }

    private static EnrollmentIntent enrollment(Fields fields) {
        return new EnrollmentIntent(reference(fields, "waypoint"), fields.list("consumers", IntentBinder::consumer));
    }

    private static WaypointReference reference(Fields fields, String key) {
        String[] parts = parts(fields, key);
        return new WaypointReference(parts[0], parts[1], fields.text(key).span());
    }

    private static AdmitsIntent admits(Fields fields) {
        if (fields.has("namespaces")) {
            return new Namespaces(fields.texts("namespaces"), fields.span("namespaces"));
        }
        if (fields.has("all")) {
            return new Everyone(fields.span("all"));
        }
        Fields selector = fields.fields("selector");
        return new Selector(
                selector.settings("matchLabels"),
                selector.list("matchExpressions", IntentBinder::expression),
                fields.span("selector"));
    }

    private static Expression expression(Fields fields) {
        return new Expression(fields.text("key"), fields.text("operator"), fields.texts("values"));
    }

    private static ConsumerIntent consumer(Fields fields) {
        String key = Identity.TARGETS.stream().filter(fields::has).findFirst().orElseThrow();
        return new ConsumerIntent(
                target(fields, key), fields.optionalText("via"), fields.flag("ingress"), fields.span(key));
    }

    private static TargetIntent target(Fields fields, String key) {
        if (key.equals("pods")) {
            Fields pods = fields.fields(key);
            return new OfPods(pods.text("namespace").value(), pods.settings("matchLabels"));
        }
        String[] parts = parts(fields, key);
        String name = parts[parts.length - 1];
        return switch (key) {
            case "namespace" -> new OfNamespace(name);
            case "service" -> new OfService(namespacePart(parts, 0), name);
            case "workload" -> new OfWorkload(parts[0], namespacePart(parts, 1), name);
            case "workloadEntry" -> new OfWorkloadEntry(namespacePart(parts, 0), name);
            case "external" -> new OfExternal(namespacePart(parts, 0), name);
            default -> new OfServiceEntry(namespacePart(parts, 0), name);
        };
    }

    private static String[] parts(Fields fields, String key) {
        return fields.text(key).value().split("/", -1);
    }

    /** The namespace of a reference, if it stands there between {@code before} leading parts and the name. */
    private static Optional<String> namespacePart(String[] parts, int before) {
        return parts.length > before + 1 ? Optional.of(parts[before]) : Optional.empty();
    }
}
