package dev.waymark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.build.incremental.BuildContext;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** A message is told once: in the log, and in an editor as a marker too. */
class MessagesTest {
    private static final String TWICE = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: shop}
            spec:
              waypoints:
              - {name: twice, namespace: shop}
              - {name: twice, namespace: shop}
            """;

    private final List<String> logged = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path intent = Path.of("");

    @BeforeEach
    void writeAnIntent() throws Exception {
        intent = Files.writeString(folder.resolve("mesh.yaml"), TWICE);
    }

    /** Takes down what is called on it. */
    private static <T> T recording(Class<T> type, List<String> calls) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    calls.add(method.getName() + " " + Arrays.asList(arguments));
                    return null;
                });
        return type.cast(proxy);
    }

    private void write(BuildContext context) throws Exception {
        CompileResult<?> result = new MeshCompiler(CompileRequest.of(List.of(intent.toString()))).validate();
        new Messages(recording(Log.class, logged), context).write(result);
    }

    private void assertLoggedOnce() {
        assertThat(logged).filteredOn(line -> line.contains("WM1001")).hasSize(1);
        assertThat(logged.get(0))
                .startsWith("error [" + intent + ":7:12 WM1001 the waypoint shop/twice is declared twice");
    }

    @Test
    void onTheCommandLineTheLogIsAll() throws Exception {
        write(new DefaultBuildContext());
        assertLoggedOnce();
    }

    @Test
    void inAnEditorThereAreMarkersToo() throws Exception {
        write(recording(BuildContext.class, marked));
        assertLoggedOnce();
        assertThat(marked).hasSize(2);
        assertThat(marked.get(0)).isEqualTo("removeMessages [" + intent + "]");
        assertThat(marked.get(1))
                .startsWith("addMessage [" + intent + ", 7, 12, WM1001 the waypoint shop/twice is declared twice\n")
                .endsWith(", " + BuildContext.SEVERITY_ERROR + ", null]");
    }
}
