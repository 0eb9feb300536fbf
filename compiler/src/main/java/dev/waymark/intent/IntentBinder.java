package dev.waymark.intent;

import dev.waymark.intent.AdmitsIntent.Everyone;
import dev.waymark.intent.AdmitsIntent.Expression;
import dev.waymark.intent.AdmitsIntent.Namespaces;
import dev.waymark.intent.AdmitsIntent.Selector;
import dev.waymark.intent.ConsumerIntent.OfExternal;
import dev.waymark.intent.ConsumerIntent.OfNamespace;
import dev.waymark.intent.ConsumerIntent.OfService;
import dev.waymark.intent.ConsumerIntent.OfWorkload;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlDocument;
import java.util.Optional;

/** Binds documents that have passed the schema to records. */
public final class IntentBinder {
    private static final String DEFAULT_NAME = "waypoint";

    private IntentBinder() {}

    public static MeshIntent bind(YamlDocument document) {
        Fields root = Fields.of(document.root());
        Fields spec = root.fields("spec");
        Fields mesh = spec.fields("mesh");
        return new MeshIntent(
                root.fields("metadata").text("name"),
                new MeshSettings(mesh.optionalText("istioVersion"), mesh.optionalText("revision")),
                spec.list("namespaces", IntentBinder::namespace),
                spec.list("waypoints", IntentBinder::waypoint),
                spec.list("externals", IntentBinder::external));
    }

    private static NamespaceIntent namespace(Fields fields) {
        return new NamespaceIntent(fields.text("name"), fields.optionalText("dataplaneMode"));
    }

    private static WaypointIntent waypoint(Fields fields) {
        return new WaypointIntent(
                fields.textOr("name", DEFAULT_NAME),
                fields.text("namespace"),
                fields.optionalText("for"),
                fields.optionalText("gatewayClassName"),
                fields.optionalText("revision"),
                metadata(fields),
                metadata(fields.fields("infrastructure")),
                fields.list("consumers", IntentBinder::consumer),
                fields.has("admits") ? Optional.of(admits(fields.fields("admits"))) : Optional.empty());
    }

    private static MetadataIntent metadata(Fields fields) {
        return new MetadataIntent(fields.settings("labels"), fields.settings("annotations"));
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
        if (fields.has("namespace")) {
            return new OfNamespace(fields.text("namespace").value(), fields.span("namespace"));
        }
        if (fields.has("service")) {
            Span span = fields.span("service");
            String[] parts = parts(fields, "service");
            return new OfService(namespacePart(parts, 0), last(parts), span);
        }
        if (fields.has("workload")) {
            Span span = fields.span("workload");
            String[] parts = parts(fields, "workload");
            return new OfWorkload(parts[0], namespacePart(parts, 1), last(parts), span);
        }
        String[] parts = parts(fields, "external");
        return new OfExternal(
                namespacePart(parts, 0), last(parts), fields.optionalText("via"), fields.span("external"));
    }

    private static String[] parts(Fields fields, String key) {
        return fields.text(key).value().split("/", -1);
    }

    /** The namespace of a reference, if it stands there between {@code before} leading parts and the name. */
    private static Optional<String> namespacePart(String[] parts, int before) {
        return parts.length > before + 1 ? Optional.of(parts[before]) : Optional.empty();
    }

    private static String last(String[] parts) {
        return parts[parts.length - 1];
    }

    private static ExternalIntent external(Fields fields) {
        return new ExternalIntent(
                fields.text("name"),
                fields.text("namespace"),
                fields.texts("hosts"),
                fields.list("ports", IntentBinder::port),
                fields.optionalText("resolution"));
    }

    private static PortIntent port(Fields fields) {
        return new PortIntent(
                fields.number("number").orElseThrow(),
                fields.text("protocol").value(),
                fields.optionalText("name"),
                fields.number("targetPort"),
                fields.span());
    }
}
