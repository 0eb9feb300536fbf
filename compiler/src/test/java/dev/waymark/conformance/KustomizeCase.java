package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Rendering;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An owner's kustomization that includes a component, and what building it must give. The shipped component gives way to
 * the one of ours that is rendered from the intent of the same name.
 */
record KustomizeCase(Path folder) {
    private static final Path CASES = Resources.path("conformance/kustomize");
    private static final Path INTENTS = Resources.path("conformance/kustomize-intents");
    private static final List<String> OF_OTHERS = List.of("base", "other", "owner");
    private static final String COMPONENT = "component/kustomization.yaml";
    private static final String LAYER = "owner/kustomization.yaml";

    static Stream<KustomizeCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream().map(KustomizeCase::new);
        }
    }

    private boolean isAbout(String name) {
        return toString().equals(name);
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** The shipped files that ours stand for, by their paths in the case. */
    SortedMap<String, String> shipped() throws IOException {
        SortedMap<String, String> shipped = files();
        shipped.keySet().removeIf(path -> isAbout("empty-layer") ? !path.equals(LAYER) : isOfOthers(path));
        return shipped;
    }

    /** The files of ours that take the place of shipped ones, by their paths in the case. */
    SortedMap<String, String> ours(Path temporary) throws Exception {
        Rendering rendering = Rendering.of(INTENTS.resolve(this + ".yaml"), temporary.resolve("rendered"));
        return isAbout("empty-layer") ? layer(rendering) : components(rendering.files());
    }

    private static SortedMap<String, String> layer(Rendering rendering) throws IOException {
        return new TreeMap<>(Map.of(LAYER, rendering.file("bookinfo/labels/kustomization.yaml")));
    }

    /** Where the shipped component gathers others, ours lie beside it as they do in the output. */
    private SortedMap<String, String> components(SortedMap<String, String> rendered) throws IOException {
        boolean gathers = !Yaml.tree(text(COMPONENT)).list("components").isEmpty();
        String prefix = "bookinfo/components/bookinfo/";
        SortedMap<String, String> components = new TreeMap<>();
        rendered.forEach((path, text) -> {
            boolean patches = path.contains("_");
            if (path.startsWith(prefix) && (gathers || patches)) {
                String place = gathers && patches ? path.substring(prefix.length()) : COMPONENT;
                assertThat(components.put(place, text)).isNull();
            }
        });
        return components;
    }

    /** Copies the case with our files in place of those that are shipped for them. */
    Path copy(Path temporary) throws Exception {
        SortedMap<String, String> files = files();
        files.keySet().removeIf(path -> !isOfOthers(path));
        files.putAll(ours(temporary));
        Path copy = temporary.resolve("case");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = copy.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return copy;
    }

    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new Rendering(folder, List.of()).files();
        files.keySet().removeIf(path -> path.startsWith("expected"));
        return files;
    }

    private static boolean isOfOthers(String path) {
        return OF_OTHERS.contains(path.substring(0, path.indexOf('/')));
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
