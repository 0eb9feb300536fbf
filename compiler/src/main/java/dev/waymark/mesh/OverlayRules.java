package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ScalingIntent;
import dev.waymark.kube.MadeObject;
import dev.waymark.kube.ObjectName;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlMapping.Entry;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import java.util.List;

/** WM1013 in {@code customize}: what an overlay cannot change (istio {@code deploymentcontroller.go:applyOverlay}). */
final class OverlayRules {
    private static final String BYPASS =
            "istiod would deploy nothing for the waypoint, and its traffic would bypass it";

    private static final String CHANGED = "istiod refuses an overlay that changes it";
    private static final String METADATA = "metadata.";

    /** The directive of strategic merge patches. */
    private static final String DIRECTIVE = "$patch";

    private static final String NAMELESS = "it would drop the object's name with all the rest";

    private static final List<String> KEPT = List.of(
            "generateName",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "ownerReferences",
            "finalizers",
            "managedFields");

    private final ObjectName waypoint;
    private final ScalingIntent scaling;
    private final DiagnosticLog log;

    OverlayRules(ObjectName waypoint, ScalingIntent scaling, DiagnosticLog log) {
        this.waypoint = waypoint;
        this.scaling = scaling;
        this.log = log;
    }

    void check() {
        for (MadeObject object : MadeObject.values()) {
            scaling.overlay(object.key()).ifPresent(overlay -> checkObject(overlay.tree(), object));
            scaling.customized(object.key(), "metadata").ifPresent(metadata -> checkMetadata(metadata.value()));
        }
        for (String field : List.of("serviceAccountName", "serviceAccount")) {
            scaling.customized("deployment", "spec", "template", "spec", field)
                    .filter(entry -> !says(entry, waypoint.name()))
                    .map(entry -> refusal(
                                    "spec.template.spec." + field,
                                    "it changes the waypoint's identity",
                                    ReservedMetadata.IDENTITY)
                            .at(entry.key().span()))
                    .ifPresent(log::add);
        }
    }

    private void checkObject(YamlMapping tree, MadeObject object) {
        String made = "istiod makes a " + object.kindName() + " of " + object.apiVersion();
        for (Entry entry : tree.list()) {
            switch (entry.key().text()) {
                case "apiVersion" -> refuse(entry, "", made, !says(entry, object.apiVersion()));
                case "kind" -> refuse(entry, "", made, !says(entry, object.kindName()));
                case DIRECTIVE -> refuse(entry, "", NAMELESS, true);
                default -> {}
            }
        }
    }

    private void checkMetadata(YamlNode metadata) {
        if (metadata instanceof YamlMapping mapping) {
            mapping.list().forEach(this::checkMetadata);
        }
    }

    private void checkMetadata(Entry entry) {
        String field = entry.key().text();
        switch (field) {
            case "name" -> refuse(entry, METADATA, CHANGED, !says(entry, waypoint.name()));
            case "namespace" -> refuse(entry, METADATA, CHANGED, !says(entry, waypoint.namespace()));
            case DIRECTIVE -> refuse(entry, METADATA, NAMELESS, true);
            default ->
                refuse(
                        entry,
                        METADATA,
                        CHANGED,
                        KEPT.contains(field) && !entry.value().isNull());
        }
    }

    private void refuse(Entry entry, String parent, String reason, boolean refused) {
        if (refused) {
            log.add(refusal(parent + entry.key().text(), reason, BYPASS)
                    .at(entry.key().span()));
        }
    }

    private static Diagnostic refusal(String field, String reason, String consequence) {
        return Diagnostic.of(Code.RESERVED_METADATA, "field", field, reason, consequence, "remove it");
    }

    private static boolean says(Entry entry, String text) {
        return entry.value() instanceof YamlScalar scalar && scalar.text().equals(text);
    }
}
