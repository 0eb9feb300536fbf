package dev.waymark;

import dev.waymark.Documents.DocumentKind;
import dev.waymark.Documents.Found;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.diagnostic.Suppression;
import dev.waymark.intent.ClusterIntent;
import dev.waymark.intent.FleetBinder;
import dev.waymark.intent.FleetIntent;
import dev.waymark.intent.Text;
import dev.waymark.overlay.Overlays;
import dev.waymark.schema.SchemaCheck;
import dev.waymark.source.InputException;
import dev.waymark.source.Source;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a fleet names, and puts together what each of its clusters is compiled from. */
final class FleetReader {
    private final CompileRequest request;
    private final SourceReader reader;
    private final Documents documents;
    private final DiagnosticLog log;
    private final Map<String, OverlayFile> overlays = new LinkedHashMap<>();

    FleetReader(CompileRequest request, SourceReader reader, Documents documents, DiagnosticLog log) {
        this.request = request;
        this.reader = reader;
        this.documents = documents;
        this.log = log;
    }

    Workspace read() throws InputException {
        List<Found> fleets = documents.of(DocumentKind.FLEET);
        if (log.hasErrors()) {
            return new Workspace(documents.all(), Optional.empty(), List.of());
        }
        FleetIntent fleet = FleetBinder.bind(fleets.get(0).document());
        SourceFile file = fleets.get(0).source().file();
        List<Found> intents = intents(fleet, file);
        documents.of(DocumentKind.FLEET).stream().skip(1).forEach(second -> reportSecond(second, fleet));
        FleetNames.check(fleet, log);
        List<MeshInput> meshes = new ArrayList<>();
        if (!log.hasErrors()) {
            clusters(fleet).forEach(cluster -> meshes.add(mesh(cluster, intents, file)));
            reportSkipped();
        }
        return new Workspace(all(), Optional.of(fleet), meshes);
    }

    /** All documents that messages may speak of; an overlay may be among the inputs, too. */
    private List<YamlDocument> all() {
        List<YamlDocument> all = new ArrayList<>(documents.all());
        Set<SourceFile> files = all.stream().map(YamlDocument::file).collect(Collectors.toSet());
        overlays.values().stream()
                .flatMap(overlay -> overlay.documents().stream())
                .filter(document -> !files.contains(document.file()))
                .forEach(all::add);
        return all;
    }

    private void reportSecond(Found second, FleetIntent fleet) {
        log.add(Diagnostic.of(
                        Code.NOT_IN_FLEET,
                        "there are two fleets",
                        "name one of them: each is rendered into a directory of its own")
                .at(second.document().span())
                .and(fleet.name().span(), "the first one"));
    }

    /** Exactly what the fleet names: whatever else is among the inputs would go missing without a word. */
    private List<Found> intents(FleetIntent fleet, SourceFile file) throws InputException {
        Set<Source> named = new LinkedHashSet<>();
        for (Text pattern : fleet.intents()) {
            List<Source> matching = reader.readMatching(file, pattern.value());
            matching.forEach(documents::read);
            Set<Source> holding = holding();
            if (matching.stream().noneMatch(holding::contains) && !log.hasErrors()) {
                log.add(Diagnostic.of(
                                Code.NOT_IN_FLEET,
                                "no intent matches `" + pattern + "`",
                                "correct the path, which is relative to the file of the fleet, or remove it")
                        .at(pattern.span()));
            }
            named.addAll(matching);
        }
        documents.of(DocumentKind.INTENT).stream()
                .filter(intent -> !named.contains(intent.source()))
                .forEach(intent -> reportLeftOut(intent, fleet));
        return documents.of(DocumentKind.INTENT);
    }

    private Set<Source> holding() {
        return documents.of(DocumentKind.INTENT).stream().map(Found::source).collect(Collectors.toSet());
    }

    private void reportLeftOut(Found intent, FleetIntent fleet) {
        log.add(Diagnostic.of(
                        Code.NOT_IN_FLEET,
                        "the fleet `" + fleet.name() + "` leaves this intent out",
                        "add its file to `intents` of the fleet, or do not name it on the command line")
                .at(intent.document().span())
                .and(fleet.name().span(), "this fleet names its intents"));
    }

    private List<ClusterIntent> clusters(FleetIntent fleet) throws InputException {
        if (fleet.clusters().size() > 1
                && request.cluster().isEmpty()
                && !request.existing().paths().isEmpty()) {
            throw new InputException(
                    "--inventory is of one cluster: name it by --cluster, or state `inventory` in the " + "fleet");
        }
        if (request.cluster().isEmpty()) {
            return fleet.clusters();
        }
        String wanted = request.cluster().get();
        List<ClusterIntent> chosen = fleet.clusters().stream()
                .filter(cluster -> cluster.name().value().equals(wanted))
                .toList();
        if (chosen.isEmpty()) {
            throw new InputException(
                    "the fleet " + fleet.name() + " has no cluster " + wanted + "; " + near(wanted, fleet));
        }
        return chosen;
    }

    private static String near(String wanted, FleetIntent fleet) {
        List<String> names =
                fleet.clusters().stream().map(cluster -> cluster.name().value()).toList();
        return NearName.help(wanted, names, "it has " + String.join(", ", names));
    }

    private MeshInput mesh(ClusterIntent cluster, List<Found> intents, SourceFile file) {
        DiagnosticLog own = new DiagnosticLog();
        suppress(ofIntents(intents), own);
        List<YamlDocument> above = new ArrayList<>();
        for (Text path : cluster.overlays()) {
            OverlayFile overlay = overlays.computeIfAbsent(path.value(), name -> OverlayFile.read(path, file, reader));
            suppress(overlay.suppressions(), own);
            overlay.problems().forEach(own::add);
            above.addAll(overlay.documents());
        }
        List<YamlDocument> base = intents.stream().map(Found::document).toList();
        List<YamlDocument> merged = own.hasErrors() ? base : merge(base, above, own);
        Set<SourceFile> files = Stream.concat(base.stream(), above.stream())
                .map(YamlDocument::file)
                .collect(Collectors.toSet());
        return new MeshInput(
                Optional.of(cluster.name().value()),
                merged,
                files,
                cluster.delivery(),
                existing(cluster, file, own),
                own);
    }

    /** Those in the file of the fleet, and in overlays of other clusters, are nothing to this one. */
    private List<Suppression> ofIntents(List<Found> intents) {
        Set<SourceFile> files =
                intents.stream().map(intent -> intent.source().file()).collect(Collectors.toSet());
        return documents.suppressions().stream()
                .filter(suppression -> files.contains(suppression.span().file()))
                .toList();
    }

    private static void suppress(List<Suppression> suppressions, DiagnosticLog own) {
        suppressions.stream()
                .filter(suppression -> suppression.fault().isEmpty())
                .forEach(own::suppress);
    }

    private static List<YamlDocument> merge(List<YamlDocument> base, List<YamlDocument> above, DiagnosticLog own) {
        List<YamlDocument> merged = Overlays.lay(base, above, own);
        Set<YamlDocument> unchanged = Collections.newSetFromMap(new IdentityHashMap<>());
        unchanged.addAll(base);
        merged.stream()
                .filter(document -> !unchanged.contains(document))
                .forEach(document -> own.addAll(SchemaCheck.meshIntent().check(document)));
        return merged;
    }

    private CompileRequest.Existing existing(ClusterIntent cluster, SourceFile file, DiagnosticLog own) {
        CompileRequest.Existing given = request.existing();
        Stream<String> stated = cluster.inventory().stream().map(path -> inventory(path, file, own));
        return new CompileRequest.Existing(
                Stream.concat(stated, given.paths().stream()).toList(),
                cluster.inventoryComplete() || given.complete(),
                given.namespace());
    }

    private String inventory(Text path, SourceFile file, DiagnosticLog own) {
        String name = reader.beside(file, path.value());
        if (!reader.exists(name)) {
            own.add(Diagnostic.of(
                            Code.NOT_IN_FLEET,
                            "there is no file or folder `" + name + "`",
                            "correct the path: it is relative to the file of the fleet")
                    .at(path.span()));
        }
        return name;
    }

    /** Of the overlays of clusters that are not compiled nothing is known. */
    private void reportSkipped() {
        if (request.cluster().isPresent()) {
            return;
        }
        Set<SourceFile> laid = overlays.values().stream()
                .flatMap(overlay -> overlay.documents().stream())
                .map(YamlDocument::file)
                .collect(Collectors.toSet());
        documents.of(DocumentKind.OVERLAY).stream()
                .filter(overlay -> !laid.contains(overlay.source().file()))
                .forEach(overlay -> log.add(Workspace.skipped(overlay)));
    }
}
