package dev.waymark.inject;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Fields;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.routing.Labels;
import dev.waymark.yaml.YamlMapping;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * WM1010: a manifest has a label of ours, and it says something else.
 *
 * @param object the manifest's
 * @param field of that manifest, as in {@code metadata.labels.istio.io/use-waypoint}
 */
public record Conflict(Diagnostic diagnostic, ObjectRef object, String field) {
    /** The first one in a manifest. */
    static Optional<Conflict> of(StreamPart part, YamlMapping root, LabelledObject named) {
        String path = named.object().kind().labelsAt().path();
        Labels theirs = Fields.labels(root, path.split("\\."));
        SortedMap<String, String> ours = wanted(named);
        return ours.entrySet().stream()
                .filter(label -> theirs.get(label.getKey())
                        .filter(value -> !value.equals(label.getValue()))
                        .isPresent())
                .findFirst()
                .map(label -> new Conflict(
                        diagnostic(part, named, theirs, label), named.object(), path + "." + label.getKey()));
    }

    private static SortedMap<String, String> wanted(LabelledObject named) {
        SortedMap<String, String> wanted = new TreeMap<>(named.marks().labels());
        if (wanted.containsKey(IstioLabels.USE_WAYPOINT)) {
            // Without it the waypoint is one of the object's own namespace.
            wanted.putIfAbsent(
                    IstioLabels.USE_WAYPOINT_NAMESPACE, named.object().namespace());
        }
        return wanted;
    }

    private static Diagnostic diagnostic(
            StreamPart part, LabelledObject named, Labels theirs, Map.Entry<String, String> wanted) {
        String key = wanted.getKey();
        Diagnostic diagnostic = Diagnostic.of(
                        Code.OVERRIDES_OWNER,
                        named.object(),
                        label(key, theirs.get(key).orElse("")),
                        label(key, wanted.getValue()))
                .at(named.source());
        return part.placed(theirs.place(key))
                .map(span -> diagnostic.and(span, "stated here"))
                .orElse(diagnostic);
    }

    private static String label(String key, String value) {
        return "`" + key + ": " + value + "`";
    }
}
