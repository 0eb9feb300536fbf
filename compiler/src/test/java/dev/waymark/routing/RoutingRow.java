package dev.waymark.routing;

import dev.waymark.kube.IstioVersion;
import dev.waymark.testing.Manifests;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row of a table of {@code routing-rows}: meshes with what istiod makes of them, other tests that hold it, or what it
 * is that only a cluster knows.
 *
 * @param common manifests of all rows of the table, each a line
 */
record RoutingRow(String common, Tree fields) {
    static final Path FOLDER = Resources.path("routing-rows");

    /**
     * What may be expected of a mesh: what a Gateway allows, the routes of all targets, the targets of each waypoint, or
     * what a controller beside istiod binds.
     */
    static final Set<String> ANSWERS = Set.of("allowed", "expected", "members", "bindings");

    /** A mesh at a time. */
    record State(String name, String manifests, Tree fields) {
        /** What is expected of it, exactly one. */
        String question() {
            List<String> found =
                    fields.map().keySet().stream().filter(ANSWERS::contains).toList();
            if (found.size() != 1) {
                throw new AssertionError(name + " expects " + found);
            }
            return found.get(0);
        }

        Object answer() {
            return fields.value(question());
        }

        MeshView view() {
            Object version = fields.map().getOrDefault("istioVersion", "1.31");
            return Manifests.inventory(manifests.strip().replace("\n", "\n---\n"), true)
                    .view(IstioVersion.of((String) version));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    static List<RoutingRow> all() throws IOException {
        return files().stream().flatMap(RoutingRow::of).toList();
    }

    private static Stream<RoutingRow> of(Path file) {
        Tree table = Yaml.tree(Resources.text("routing-rows/" + file.getFileName()));
        String common = (String) table.map().getOrDefault("common", "");
        return table.trees("rows").stream().map(row -> new RoutingRow(common, row));
    }

    String id() {
        return fields.text("id");
    }

    /** The row itself is one if it has manifests; else those that it lists, if any. */
    List<State> states() {
        if (fields.map().containsKey("manifests")) {
            return List.of(state(id(), fields));
        }
        List<Tree> listed = fields.trees("states");
        return IntStream.range(0, listed.size())
                .mapToObj(index -> state(id() + " (" + (index + 1) + ")", listed.get(index)))
                .toList();
    }

    private State state(String name, Tree state) {
        return new State(name, common + state.text("manifests"), state);
    }

    @Override
    public String toString() {
        return id();
    }
}
