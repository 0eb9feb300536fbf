package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what was found in the clusters of a fleet: what all of them have is one mistake. */
final class FleetMessages {
    private FleetMessages() {}

    /**
     * All messages, sorted.
     *
     * @param common what was found whatever the cluster
     */
    static List<Diagnostic> merge(List<Diagnostic> common, List<MeshInput> meshes) {
        Map<Diagnostic, List<MeshInput>> found = new LinkedHashMap<>();
        for (MeshInput mesh : meshes) {
            mesh.log()
                    .sorted()
                    .forEach(diagnostic -> found.computeIfAbsent(diagnostic, each -> new ArrayList<>())
                            .add(mesh));
        }
        List<Diagnostic> all = new ArrayList<>(common);
        found.forEach((diagnostic, where) -> all.addAll(placed(diagnostic, where, meshes)));
        return all.stream().distinct().sorted().toList();
    }

    private static List<Diagnostic> placed(Diagnostic diagnostic, List<MeshInput> where, List<MeshInput> meshes) {
        boolean everywhere = where.size() == meshes.size();
        if (everywhere && (meshes.size() > 1 || meshes.get(0).cluster().isEmpty())) {
            return List.of(diagnostic);
        }
        if (diagnostic.code() == Code.INVALID_SUPPRESSION && isUsed(diagnostic, where, meshes)) {
            return List.of();
        }
        return where.stream()
                .map(mesh -> mesh.cluster().map(diagnostic::in).orElse(diagnostic))
                .toList();
    }

    /** What one cluster does not need another one may. */
    private static boolean isUsed(Diagnostic unused, List<MeshInput> where, List<MeshInput> meshes) {
        Optional<SourceFile> file = unused.span().map(span -> span.file());
        return meshes.stream()
                .filter(mesh -> !where.contains(mesh))
                .anyMatch(mesh -> file.filter(mesh.files()::contains).isPresent());
    }
}
