package dev.waymark.lower;

import dev.waymark.check.Checks;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.intent.MeshIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Resolver;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Documents that were compiled as far as the mesh; they can be lowered onto whatever was rendered before.
 *
 * @param inventory what exists, as far as they were compiled with it
 */
record Compiled(Optional<Mesh> mesh, Inventory inventory, SortedSet<String> errors) {
    /**
     * What a render comes to.
     *
     * @param errors the codes of what was found wrong
     * @param after empty if it was refused
     */
    record Attempt(SortedSet<String> errors, Optional<Snapshot> after) {}

    /** @param documents one of each unit, which the schema accepts */
    static Compiled of(SortedMap<String, String> documents) {
        return of(documents, Inventory.NONE);
    }

    static Compiled of(SortedMap<String, String> documents, Inventory inventory) {
        DiagnosticLog log = new DiagnosticLog();
        List<MeshIntent> intents = new ArrayList<>();
        documents.forEach((unit, text) -> {
            SourceFile file = new SourceFile("mesh/" + unit + ".yaml", text);
            intents.add(IntentBinder.bind(YamlReader.read(file).documents().get(0)));
        });
        Mesh mesh = Resolver.resolve(intents, Optional.empty(), inventory, log);
        new Checks(inventory, log).references(mesh);
        return new Compiled(log.hasErrors() ? Optional.empty() : Optional.of(mesh), inventory, errors(log));
    }

    Attempt onto(Snapshot before, boolean settle) {
        if (mesh.isEmpty()) {
            return new Attempt(errors, Optional.empty());
        }
        DiagnosticLog log = new DiagnosticLog();
        Lowering lowering = Lowering.of(mesh.get(), SnapshotPast.of(before), inventory, settle);
        new Checks(inventory, log).tree(mesh.get(), lowering);
        return new Attempt(errors(log), log.hasErrors() ? Optional.empty() : Optional.of(Snapshot.of(lowering)));
    }

    private static SortedSet<String> errors(DiagnosticLog log) {
        return log.sorted().stream()
                .filter(Diagnostic::isError)
                .map(found -> found.code().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
