package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.FleetGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of a fleet is rendered as if it were alone. */
class FleetTest {
    private static final int CLUSTERS = 5;
    private static final int NAMESPACES = 8;

    @TempDir
    private Path folder;

    @BeforeEach
    void generate() throws Exception {
        FleetGenerator.write(folder, NAMESPACES, CLUSTERS);
    }

    @Test
    void togetherAndOneByOneAreTheSameBytes() throws Exception {
        Path together = folder.resolve("together");
        render(request(), together);
        Path alone = folder.resolve("alone");
        for (int number = 0; number < CLUSTERS; number++) {
            render(request().cluster(FleetGenerator.name(number)), alone);
        }
        SortedMap<String, String> files = FileTree.of(together);
        assertThat(files.keySet()).hasSizeGreaterThan(CLUSTERS * NAMESPACES);
        assertThat(FileTree.of(alone)).isEqualTo(files);
        assertThat(render(request(), together).written()).isEmpty();
    }

    @Test
    void aClusterThatIsRefusedLeavesTheOthersAlone() throws Exception {
        Path out = folder.resolve("out");
        render(request(), out);
        SortedMap<String, String> before = FileTree.of(out);
        Path overlay = folder.resolve("overlays/kind-1.yaml");
        Files.writeString(overlay, Files.readString(overlay).replace("namespace: team-1", "namespace: nowhere"));
        Path mesh = folder.resolve("mesh/unit-0.yaml");
        Files.writeString(
                mesh, Files.readString(mesh).replaceFirst("consumers:", "labels: {team: changed}\n      consumers:"));
        CompileResult<WriteResult> result = new MeshCompiler(request()).render(out, RenderOptions.of(Mode.CAREFUL));
        assertThat(result.failed()).isTrue();
        assertThat(result.outcome().orElseThrow().refused()).containsExactly("cluster-1", "cluster-4");
        SortedMap<String, String> after = FileTree.of(out);
        for (int number = 0; number < CLUSTERS; number++) {
            boolean same = of(number, after).equals(of(number, before));
            assertThat(same).as(FleetGenerator.name(number)).isEqualTo(number % 3 == 1);
        }
    }

    private static SortedMap<String, String> of(int cluster, SortedMap<String, String> files) {
        SortedMap<String, String> own = new TreeMap<>(files);
        own.keySet().removeIf(path -> !path.startsWith(FleetGenerator.name(cluster) + "/"));
        assertThat(own).isNotEmpty();
        return own;
    }

    private CompileRequest request() {
        return CompileRequest.of(List.of(folder.resolve("fleet.yaml").toString()));
    }

    private static WriteResult render(CompileRequest request, Path out) throws Exception {
        CompileResult<WriteResult> result = new MeshCompiler(request).render(out, RenderOptions.of(Mode.CAREFUL));
        assertThat(result.failed()).as(result.diagnostics().toString()).isFalse();
        return result.outcome().orElseThrow();
    }
}
