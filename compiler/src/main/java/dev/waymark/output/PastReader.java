package dev.waymark.output;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.Kind;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lingering.What;
import dev.waymark.lock.PastUnit;
import dev.waymark.mesh.Admitted;
import dev.waymark.source.SourceFile;
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
 * Reads what earlier renders left in a unit's folder, as far as the cluster may still depend on it: which Gateways there
 * are and whom they admit, which objects of others were labelled, which Components owners may include. What an edited
 * file is of counts, and not what it says: that must not become what is wanted. Of what lingered the lock tells, too.
 */
final class PastReader {
    private static final Pattern COMPONENT = Pattern.compile("(components/[^/]+/[^/_]+_[^/]+)/kustomization\\.yaml");
    private static final Pattern OBJECT = Pattern.compile("(gateways|labels)/([^/]+)/([^/_]+)_([^/]+)\\.yaml");

    /** From this length on, the name of a file may lack the end of the object's. */
    private static final int CUT = 255;

    private final UnitFolder folder;
    private final SortedSet<ObjectName> waypoints = new TreeSet<>();
    private final SortedMap<ObjectName, AllowedRoutes> admissions = new TreeMap<>();
    private final SortedSet<String> namespaces = new TreeSet<>();
    private final SortedSet<ObjectRef> partials = new TreeSet<>();
    private final SortedSet<String> components = new TreeSet<>();

    private PastReader(UnitFolder folder) {
        this.folder = folder;
    }

    static PastUnit read(UnitFolder folder) throws IOException {
        PastReader reader = new PastReader(folder);
        for (String path : folder.lock().paths()) {
            if (folder.files().contains(path)) {
                reader.add(path);
            }
        }
        reader.addLingering();
        return new PastUnit(
                folder.lock(),
                reader.waypoints,
                reader.admissions,
                reader.namespaces,
                reader.partials,
                reader.components);
    }

    private void add(String path) throws IOException {
        Matcher component = COMPONENT.matcher(path);
        Matcher object = OBJECT.matcher(path);
        if (component.matches()) {
            components.add(component.group(1));
        } else if (object.matches()) {
            ObjectName name = new ObjectName(object.group(2), object.group(4));
            add(path, object.group(1) + "/" + object.group(3), name);
        }
    }

    private void add(String path, String kind, ObjectName name) throws IOException {
        switch (kind) {
            case "gateways/gateway" -> addGateway(path, name);
            case "gateways/namespace" -> namespaces.add(name.name());
            case "labels/namespace" -> partials.add(ObjectRef.namespace(name.name()));
            case "labels/service" -> addPartial(path, Kind.SERVICE, name);
            case "labels/serviceentry" -> addPartial(path, Kind.SERVICE_ENTRY, name);
            case "labels/workloadentry" -> addPartial(path, Kind.WORKLOAD_ENTRY, name);
            default -> {}
        }
    }

    private void addGateway(String path, ObjectName waypoint) throws IOException {
        waypoints.add(waypoint);
        document(path)
                .flatMap(gateway -> at(gateway, "spec"))
                .flatMap(spec -> items(spec, "listeners").stream().findFirst())
                .flatMap(listener -> at(listener, "allowedRoutes"))
                .flatMap(routes -> at(routes, "namespaces"))
                .flatMap(PastReader::allowedRoutes)
                .ifPresent(routes -> admissions.put(waypoint, routes));
    }

    private void addPartial(String path, Kind kind, ObjectName name) throws IOException {
        boolean whole = path.length() - path.lastIndexOf('/') - 1 < CUT;
        Optional<String> known = whole
                ? Optional.of(name.name())
                : document(path).flatMap(partial -> at(partial, "metadata")).flatMap(metadata -> metadata.text("name"));
        known.ifPresent(text -> partials.add(new ObjectRef(kind, name.namespace(), text)));
    }

    /** The document of a file, if that is as a render left it. */
    private Optional<YamlMapping> document(String path) throws IOException {
        byte[] content = Files.readAllBytes(folder.folder().resolve(path));
        if (!folder.lock().wrote(path, Fingerprint.of(content))) {
            return Optional.empty();
        }
        SourceFile file = new SourceFile(path, new String(content, StandardCharsets.UTF_8));
        return YamlReader.read(file).documents().stream().findFirst().flatMap(document -> mapping(document.root()));
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
                .ifPresent(all -> admissions.putIfAbsent(waypoint, all.routes(waypoint.namespace()))));
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
