package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.inventory.Fields;
import dev.waymark.source.FileTree;
import dev.waymark.source.PlainFile;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Walk;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches that are found without the parser are those that the parser finds, or none are. */
class PrintedComponentTest {
    private static final String COMPONENT = """
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            patches:
            - target: {kind: Service, name: web}
              patch: |-
                kind: Service
                metadata:
                  name: web
            """;

    static Stream<PlainFile> samples() throws Exception {
        return FileTree.work().files("../samples", Walk.of("kustomization.yaml")).stream()
                .filter(file -> file.path().contains("/components/"));
    }

    private static List<PrintedComponent.Patch> parsed(SourceFile file) {
        return YamlReader.read(file).documents().stream()
                .map(YamlDocument::root)
                .flatMap(root -> Fields.list(root, "patches").stream())
                .map(patch -> Fields.scalar(patch, "patch").orElseThrow())
                .map(text -> new PrintedComponent.Patch(text.text(), text.span()))
                .toList();
    }

    private static List<String> texts(List<PrintedComponent.Patch> patches) {
        return patches.stream()
                .map(patch -> patch.document().stripTrailing() + " at " + patch.place() + " to "
                        + patch.place().end())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatARenderPrintsIsFoundAsTheParserFindsIt(PlainFile component) throws Exception {
        SourceFile file = component.text(component.bytes());
        Optional<List<PrintedComponent.Patch>> found = PrintedComponent.patches(file);
        List<PrintedComponent.Patch> expected = parsed(file);
        assertThat(found.isPresent()).isEqualTo(!expected.isEmpty());
        assertThat(texts(found.orElse(List.of()))).isEqualTo(texts(expected));
    }

    @Test
    void thereAreSuchSamples() throws Exception {
        assertThat(samples().filter(file -> file.path().contains("deployment_")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: web}|name: \"web\"}",
                "name: web}|name: {web: }}",
                "name: web}|name: web} # mine",
                "name: web}|name: web",
                "patch: \\|-|patch: >-",
                "patch: \\|-|patch: \\|-2",
                "    kind: Service\n    metadata|     kind: Service\n     metadata",
                "    kind: Service\n|    kind: Service\n\n",
                "    kind: Service\n|   kind: Service\n",
                "name: web\n$|name: wéb\n",
                "name: web\n$|name: w\teb\n",
                "name: web\n$|name: web\r\n",
                "name: web\n$|name: web",
                "name: web\n$|name: web\n  options: {}\n",
                "kind: Component\n|kind: Component\nnamePrefix: x\n",
                "patches:\n|patches: []\nresources:\n"
            })
    void anyOtherFormIsLeftToTheParser(String change) {
        String[] fromTo = change.split("(?<!\\\\)\\|", 2);
        String text = COMPONENT.replaceFirst(fromTo[0], fromTo[1].replace("\\|", "|"));
        assertThat(text).isNotEqualTo(COMPONENT);
        assertThat(PrintedComponent.patches(new SourceFile("x.yaml", text))).isEmpty();
        assertThat(PrintedComponent.patches(new SourceFile("x.yaml", COMPONENT)))
                .isPresent();
    }
}
