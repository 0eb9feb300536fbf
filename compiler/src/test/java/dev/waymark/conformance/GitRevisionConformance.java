package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions are read out of real repositories, whose work tree and index nobody touches. */
class GitRevisionConformance {
    private static final String INTENT = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: shop}
            spec:
              waypoints:
              - name: waypoint
                namespace: shop
                consumers: [%s]
            """;
    private static final String BOTH = INTENT.formatted("{service: cart}, {service: pay}");
    private static final String ONE = INTENT.formatted("{service: pay}");
    private static final String LOST = "1 service loses its waypoint; ";

    @TempDir
    private Path folder;

    private Path repository = Path.of("");

    @BeforeEach
    void commitAMesh() throws Exception {
        repository = Files.createDirectories(folder.resolve("repo with spaces"));
        git("init", "-q", "-b", "main", ".");
        write("team/mesh/mesh.yaml", BOTH);
        commit();
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "change");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private Launcher.Result diff(String... arguments) throws Exception {
        return diff(repository, arguments);
    }

    private static Launcher.Result diff(Path where, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("diff"));
        words.addAll(List.of(arguments));
        return Launcher.run(where, words.toArray(String[]::new));
    }

    private static void assertTrouble(Launcher.Result result, String message) {
        assertThat(result.err()).isEqualTo("waymark: " + message + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void aRevisionIsComparedWithTheSamePathOfTheWorkTree() throws Exception {
        write("team/mesh/mesh.yaml", ONE);
        for (String base :
                List.of("main:team/mesh", "HEAD:team/mesh/", "@{0}:team/mesh/mesh.yaml", "main:./team/mesh")) {
            assertThat(diff(base).out()).as(base).startsWith(LOST).contains("(removed)");
        }
        Path below = repository.resolve("team");
        assertThat(diff(below, "main:team/mesh").out()).startsWith(LOST);
        assertThat(diff(below, "main:./mesh").out()).startsWith(LOST).contains("--> main:team/mesh/mesh.yaml:8:18");
        assertThat(diff(below.resolve("mesh"), "main:../mesh").out()).startsWith(LOST);
        assertThat(diff("main:team/mesh", "main:team/mesh").out()).startsWith("No change in traffic or manifests.\n");
    }

    @Test
    void twoRevisionsAreCompared() throws Exception {
        git("tag", "v1");
        write("team/mesh/mesh.yaml", ONE);
        commit();
        write("team/mesh/mesh.yaml", "broken: [");
        assertThat(diff("v1:team/mesh", "main:team/mesh").out()).startsWith(LOST);
        assertThat(diff("HEAD^:team/mesh", "HEAD:team/mesh").out()).startsWith(LOST);
    }

    @Test
    void whatIsMissingIsToldApart() throws Exception {
        assertTrouble(
                diff("dev:team/mesh"),
                "cannot read dev:team/mesh: there is no revision dev; it is one branch, tag or commit that git log shows");
        assertTrouble(diff("main:mash"), "cannot read main:mash: the revision main has no such path");
        assertTrouble(
                diff(repository.resolve("team"), "main:mesh"),
                "cannot read main:mesh: the revision main has no such path; paths in a revision count from the root of"
                        + " the repository: did you mean `main:team/mesh`?");
    }

    @Test
    void aShallowCloneSaysWhatToFetch() throws Exception {
        git("branch", "old");
        write("team/mesh/mesh.yaml", ONE);
        commit();
        Path clone = folder.resolve("clone");
        git("clone", "-q", "--depth", "1", repository.toUri().toString(), clone.toString());
        assertTrouble(
                diff(clone, "old:team/mesh"),
                "cannot read old:team/mesh: there is no revision old; this clone is shallow; fetch it: git fetch --depth"
                        + " 1 origin old:refs/remotes/origin/old, and name origin/old:team/mesh");
        git("-C", clone.toString(), "fetch", "-q", "--depth", "1", "origin", "old:refs/remotes/origin/old");
        assertThat(diff(clone, "origin/old:team/mesh").out()).startsWith(LOST);
        assertThat(diff(clone, "old:team/mesh").err()).contains("did you mean `origin/old:team/mesh`?");
        assertThat(diff(clone, "main:team/mesh").out()).startsWith("No change");
    }

    @Test
    void outsideOfARepositoryOrWithoutGitThereAreNoRevisions() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Launcher.Result result =
                Launcher.run(elsewhere, Map.of("GIT_CEILING_DIRECTORIES", folder.toString()), "diff", "main:mesh");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("cannot read main:mesh", "not a git repository");
    }

    @Test
    void neitherWorkTreeNorIndexIsTouched() throws Exception {
        write("team/mesh/mesh.yaml", ONE);
        write("untracked.txt", "mine");
        git("add", "team");
        SortedMap<String, String> before = state();
        assertThat(diff("main:team/mesh").exitCode()).isZero();
        assertThat(state()).isEqualTo(before);
    }

    /** All files, those of Git too, with their times. */
    private SortedMap<String, String> state() throws IOException {
        SortedMap<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                state.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return state;
    }

    @Test
    void linksAndOtherNamesAreFollowedAsInTheWorkTree() throws Exception {
        Files.createSymbolicLink(repository.resolve("linked"), Path.of("team/mesh"));
        write(
                "tür/größe mesh.yaml",
                BOTH.replace("{name: shop}", "{name: other}").replace("namespace: shop", "namespace: two"));
        write("tür/.hidden/mesh.yaml", "broken: [");
        commit();
        assertThat(diff("HEAD:linked").out()).startsWith("No change in traffic or manifests.\n");
        assertThat(diff("HEAD:tür").out()).startsWith("No change in traffic or manifests.\n");
        write("team/mesh/mesh.yaml", ONE);
        assertThat(diff("HEAD:linked").out()).startsWith(LOST);
    }

    @Test
    void linksInCirclesAndToTheRootEndSomewhere() throws Exception {
        Files.createSymbolicLink(repository.resolve("team/root"), Path.of(".."));
        for (int number = 0; number < 8; number++) {
            Files.createDirectories(repository.resolve("a"));
            Files.createDirectories(repository.resolve("b"));
            Files.createSymbolicLink(repository.resolve("a/l" + number), Path.of("../b"));
            Files.createSymbolicLink(repository.resolve("b/l" + number), Path.of("../a"));
        }
        commit();
        assertThat(diff("HEAD:team/mesh").out()).startsWith("No change in traffic or manifests.\n");
    }

    @Test
    void aBareRepositoryHasRevisionsToo() throws Exception {
        Path bare = folder.resolve("bare.git");
        git("clone", "-q", "--bare", repository.toUri().toString(), bare.toString());
        assertThat(diff(bare, "main:team/mesh", "main:team/mesh").out())
                .startsWith("No change in traffic or manifests.\n");
    }

    @Test
    void aFleetFindsItsFilesInItsRevision() throws Exception {
        write("fleet/fleet.yaml", """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshFleet
                metadata: {name: all}
                spec:
                  intents: [../team/*/*.yaml]
                  clusters:
                  - {name: east, inventory: [../state/east], inventoryComplete: true}
                """);
        write("state/east/shop.yaml", """
                {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: cart, namespace: shop}, spec: {ports: [{port: 80}]}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: pay, namespace: shop}, spec: {ports: [{port: 80}]}}
                """);
        commit();
        write("team/mesh/mesh.yaml", ONE);
        write("state/east/shop.yaml", """
                {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: pay, namespace: shop}, spec: {ports: [{port: 80}]}}
                """);
        Launcher.Result gone = diff("main:fleet/fleet.yaml");
        assertThat(gone.out()).as(gone.err()).startsWith("No change in who goes through which waypoint; ");
        git("checkout", "-q", "--", "state");
        assertThat(diff("main:fleet/fleet.yaml").out()).startsWith(LOST).contains("  east: Service shop/cart");
    }

    @Test
    void aRenderedDirectoryIsReadFromARevision() throws Exception {
        Launcher.run(repository, "render", "team/mesh", "-o", "out");
        commit();
        assertThat(diff("main:out", "team/mesh").out()).startsWith("No change in traffic or manifests.\n");
        write("team/mesh/mesh.yaml", ONE);
        Launcher.run(repository, "render", "team/mesh", "-o", "out");
        assertThat(diff("main:out").out()).startsWith(LOST).contains("info: lingers");
    }
}
