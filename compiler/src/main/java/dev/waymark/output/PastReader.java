package dev.waymark.output;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.Kind;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lingering.What;
import dev.waymark.lock.PastUnit;
import dev.waymark.mesh.Admitted;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what earlier renders left in a unit's folder, as far as the cluster may still depend on it: whom Gateways admit,
 * which objects of others were labelled, which Components owners may include. Only files that are as a render left them
 * count: what somebody changed by hand must not become what is wanted. Of what lingered the lock tells, too.
 */
final class PastReader {
    private static final Pattern COMPONENT = Pattern.compile("(components/[^/]+/[^/_]+_[^/]+)/kustomization\\.yaml");

    private final UnitFolder folder;
    private final SortedMap<ObjectName, AllowedRoutes> gateways = new TreeMap<>();
    private final SortedSet<String> namespaces = new TreeSet<>();
    private final SortedSet<ObjectRef> partials = new TreeSet<>();
    private final SortedSet<String> components = new TreeSet<>();

    private PastReader(UnitFolder folder) {
        this.folder = folder;
    }

    static PastUnit read(UnitFolder folder) throws IOException {
        PastReader reader = new PastReader(folder);
        for (String path : folder.lock().paths()) {
            if (folder.files().contains(path) && folder.isOurs(path)) {
                reader.add(path);
            }
        }
        reader.addLingering();
        return new PastUnit(folder.lock(), reader.gateways, reader.namespaces, reader.partials, reader.components);
    }

    private void add(String path) throws IOException {
        Matcher component = COMPONENT.matcher(path);
        if (component.matches()) {
            components.add(component.group(1));
        } else if (path.startsWith("gateways/") && path.contains("/gateway_")) {
            document(path).ifPresent(this::addGateway);
        } else if (path.startsWith("gateways/") && path.contains("/namespace_")) {
            document(path).flatMap(PastReader::name).ifPresent(name -> namespaces.add(name));
        } else if (path.startsWith("labels/") && path.indexOf('/') < path.lastIndexOf('/')) {
            document(path).ifPresent(this::addPartial);
        }
    }

    /** What lingered stays admitted even where the Gateway is lost, or was edited. */
    private void addLingering() {
        SortedMap<ObjectName, List<String>> admitted = new TreeMap<>();
        for (Lingering what : folder.lock().lingering()) {
            String[] waypoint = what.subject().split("/", 2);
            if (what.what() == What.ADMISSION && waypoint.length == 2) {
                admitted.computeIfAbsent(new ObjectName(waypoint[0], waypoint[1]), name -> new ArrayList<>())
                        .add(what.detail());
            }
        }
        admitted.forEach((waypoint, words) -> Admitted.ofWords(words)
                .ifPresent(all -> gateways.putIfAbsent(waypoint, all.routes(waypoint.namespace()))));
    }

    private Optional<YamlMapping> document(String path) throws IOException {
        String text = new String(Files.readAllBytes(folder.folder().resolve(path)), StandardCharsets.UTF_8);
        List<YamlDocument> documents =
                YamlReader.read(new SourceFile(path, text)).documents();
        return documents.isEmpty() ? Optional.empty() : mapping(documents.get(0).root());
    }

    private void addGateway(YamlMapping gateway) {
        Optional<String> namespace = at(gateway, "metadata").flatMap(metadata -> metadata.text("namespace"));
        Optional<AllowedRoutes> admitted = at(gateway, "spec")
                .flatMap(spec -> items(spec, "listeners").stream().findFirst())
                .flatMap(listener -> at(listener, "allowedRoutes"))
                .flatMap(routes -> at(routes, "namespaces"))
                .flatMap(PastReader::allowedRoutes);
        if (namespace.isPresent() && admitted.isPresent() && name(gateway).isPresent()) {
            gateways.put(new ObjectName(namespace.get(), name(gateway).get()), admitted.get());
        }
    }

    private static Optional<AllowedRoutes> allowedRoutes(YamlMapping namespaces) {
        return namespaces.text("from").flatMap(from -> switch (from) {
            case "Same" -> Optional.of(AllowedRoutes.SAME);
            case "All" -> Optional.of(AllowedRoutes.ALL);
            default -> at(namespaces, "selector").map(PastReader::selector).map(AllowedRoutes::selected);
        });
    }

    private static LabelSelector selector(YamlMapping selector) {
        SortedMap<String, String> labels = new TreeMap<>();
        at(selector, "matchLabels")
                .ifPresent(found -> found.entries()
                        .keySet()
                        .forEach(key -> labels.put(key, found.text(key).orElse(""))));
        return new LabelSelector(
                labels,
                items(selector, "matchExpressions").stream()
                        .map(PastReader::requirement)
                        .toList());
    }

    private static LabelSelector.Requirement requirement(YamlMapping expression) {
        List<String> values = new ArrayList<>();
        expression
                .value("values")
                .filter(YamlSequence.class::isInstance)
                .ifPresent(list -> ((YamlSequence) list)
                        .items()
                        .forEach(item -> values.add(item instanceof YamlScalar scalar ? scalar.text() : "")));
        return new LabelSelector.Requirement(
                expression.text("key").orElse(""), expression.text("operator").orElse(""), values);
    }

    private void addPartial(YamlMapping object) {
        Optional<Kind> kind = object.text("kind").flatMap(Kind::find);
        Optional<String> name = name(object);
        if (kind.isPresent() && name.isPresent()) {
            String namespace = at(object, "metadata")
                    .flatMap(metadata -> metadata.text("namespace"))
                    .orElse(name.get());
            partials.add(new ObjectRef(kind.get(), namespace, name.get()));
        }
    }

    private static Optional<String> name(YamlMapping object) {
        return at(object, "metadata").flatMap(metadata -> metadata.text("name"));
    }

    private static Optional<YamlMapping> at(YamlMapping mapping, String key) {
        return mapping.value(key).flatMap(PastReader::mapping);
    }

    private static List<YamlMapping> items(YamlMapping mapping, String key) {
        return mapping.value(key)
                .filter(YamlSequence.class::isInstance)
                .map(list -> ((YamlSequence) list)
                        .items().stream()
                                .flatMap(item -> mapping(item).stream())
                                .toList())
                .orElse(List.of());
    }

    private static Optional<YamlMapping> mapping(YamlNode node) {
        return node instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
    }
}
