package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.FileTree;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image that {@code mvn -Pimage package} left: what is in it, and that it works with that alone. */
class ImageConformance {
    private static final Path SAMPLES = ArgoPlugin.SAMPLE.resolveSibling("");

    @TempDir
    private static Path folder;

    private static ContainerImage image;

    @BeforeAll
    static void unpack() throws Exception {
        image = ContainerImage.of(Path.of(Setting.of("waymark.image")), folder);
    }

    @BeforeEach
    void emptyTheWorkFolder() throws IOException {
        FileTree.delete(image.work());
        Files.createDirectories(image.work());
    }

    private static void copy(String sample) throws Exception {
        FileTree.write(FileTree.of(SAMPLES.resolve(sample)), image.work().resolve(sample));
        image.handOver();
    }

    @Test
    void isNobodyAndRunsWaymark() {
        Tree configuration = image.configuration();
        assertThat(configuration.text("User")).isEqualTo("999:999");
        assertThat(configuration.texts("Entrypoint")).containsExactly("/opt/waymark/bin/waymark");
        assertThat(configuration.texts("Env")).containsExactly("JAVA_HOME=/opt/java", "PATH=/opt/waymark/bin:/bin");
        assertThat(configuration.text("WorkingDir")).isEqualTo("/work");
        assertThat(configuration.at("ExposedPorts").map()).isEmpty();
        assertThat(configuration.at("Volumes").map()).isEmpty();
    }

    /** By name, and without the folder of the machine's architecture. */
    @Test
    void holdsNothingElse() throws Exception {
        Set<String> files = new TreeSet<>();
        image.entries().keySet().stream()
                .filter(path -> !path.matches("opt/java/(legal|conf)/.*"))
                .filter(path -> !path.endsWith("/") || path.equals("tmp/"))
                .map(path -> path.replaceAll("^lib(64)?/(.*/)?", "lib/"))
                .map(path -> path.replaceAll("^lib/ld-linux-.*", "lib/ld-linux"))
                .map(path -> path.replaceAll("/C\\.utf8/.*", "/C.utf8/"))
                .forEach(files::add);
        System.out.println(image.layers().size() + " layers, " + sizes());
        // Where the C library is older than 2.34, it is in more files.
        files.removeAll(Set.of("lib/libdl.so.2", "lib/libpthread.so.0", "lib/librt.so.1"));
        assertThat(files)
                .containsExactlyInAnyOrder(
                        "bin/sh",
                        "lib/ld-linux",
                        "lib/libc.so.6",
                        "lib/libgcc_s.so.1",
                        "lib/libm.so.6",
                        "lib/libstdc++.so.6",
                        "lib/libz.so.1",
                        "opt/java/bin/java",
                        "opt/java/lib/jspawnhelper",
                        "opt/java/lib/jvm.cfg",
                        "opt/java/lib/libjava.so",
                        "opt/java/lib/libjimage.so",
                        "opt/java/lib/libjli.so",
                        "opt/java/lib/libnet.so",
                        "opt/java/lib/libnio.so",
                        "opt/java/lib/libverify.so",
                        "opt/java/lib/libzip.so",
                        "opt/java/lib/modules",
                        "opt/java/lib/security/blocked.certs",
                        "opt/java/lib/security/cacerts",
                        "opt/java/lib/security/default.policy",
                        "opt/java/lib/security/public_suffix_list.dat",
                        "opt/java/lib/server/classes.jsa",
                        "opt/java/lib/server/libjvm.so",
                        "opt/java/lib/tzdb.dat",
                        "opt/java/release",
                        "opt/waymark/bin/waymark",
                        "opt/waymark/lib/waymark.jar",
                        "tmp/",
                        "usr/lib/locale/C.utf8/");
    }

    private static String sizes() throws IOException {
        long packed = 0;
        for (Path layer : image.layers()) {
            packed += Files.size(layer);
        }
        long unpacked = 0;
        for (String content : FileTree.of(image.root()).values()) {
            unpacked += content.length();
        }
        return packed / 1_000_000 + " MB packed, " + unpacked / 1_000_000 + " MB unpacked";
    }

    /** Files, folders and nothing else: no set-user-id, no links, and nothing but /tmp for anybody but root to write. */
    @Test
    void nothingIsWritableOrPrivileged() throws Exception {
        image.entries().forEach((path, entry) -> {
            assertThat(entry.owner()).as(path).isEqualTo("0/0");
            assertThat(entry.mode()).as(path).matches(path.equals("tmp/") ? "drwxrwxrwx" : "[d-]rw[x-]r-[x-]r-[x-]");
        });
    }

    @Test
    void hasTheModulesThatTheJarNeeds() throws Exception {
        ProcessBuilder jdeps = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jdeps").toString(),
                "--multi-release=17",
                "--ignore-missing-deps",
                "--print-module-deps",
                image.root().resolve("opt/waymark/lib/waymark.jar").toString());
        String needed = Outcome.of(jdeps, folder, 60, "a JDK is needed").out().strip();
        assertThat(Files.readString(Path.of("src/image/assemble"))).contains("\nmodules=" + needed + "\n");
    }

    @Test
    void rendersTheSample() throws Exception {
        copy("bookinfo");
        Outcome rendered = image.run("render", "bookinfo/mesh.yaml", "-o", "out");
        assertThat(rendered.exit()).as(rendered.toString()).isZero();
        assertThat(rendered.out()).isEqualTo("out: 14 written, 0 removed, 0 unchanged\n");
        assertThat(FileTree.of(image.work().resolve("out")))
                .isEqualTo(FileTree.of(SAMPLES.resolve("bookinfo/expected")));
        assertThat(Files.getAttribute(image.work().resolve("out"), "unix:uid")).isEqualTo(999);
    }

    @Test
    void aMistakePrintsNothing() throws Exception {
        copy("bookinfo");
        Path intent = image.work().resolve("bookinfo/mesh.yaml");
        Files.writeString(intent, Files.readString(intent).replace("consumers:", "consumer:"));
        Outcome failed = image.run("render", "bookinfo/mesh.yaml", "--stdout", "--layer", "gateways");
        assertThat(failed.exit()).as(failed.toString()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("bookinfo/mesh.yaml:");
    }

    @Test
    void carriesOutThePlugin() throws Exception {
        FileTree.write(FileTree.of(ArgoPlugin.SAMPLE), image.work());
        Map<String, String> environment = ArgoPlugin.environment(Map.of("layer", "gateways", "cluster", "prod"));
        Outcome printed = image.run(ArgoPlugin.read().command(), environment);
        assertThat(printed.exit()).as(printed.toString()).isZero();
        assertThat(Yaml.trees(printed.out()))
                .containsExactlyInAnyOrderElementsOf(ArgoPlugin.expected("prod", "gateways"));
    }

    /** The locale of the image is what tells Java that names of files are UTF-8. */
    @Test
    void findsFilesWhateverTheirNames() throws Exception {
        copy("bookinfo");
        String script =
                "name=$(printf 'gr\\303\\266sse.yaml'); while IFS= read -r line; do printf '%s\\n' \"$line\"; done "
                        + "<bookinfo/mesh.yaml >\"$name\"; exec waymark render \"$name\" --stdout --layer enrollment";
        Outcome printed = image.run(List.of("sh", "-c", script), Map.of());
        assertThat(printed.exit()).as(printed.toString()).isZero();
        assertThat(Yaml.tree(printed.out()).text("kind")).isEqualTo("ServiceEntry");
    }

    @Test
    void startsFromTheArchiveOfClasses() throws Exception {
        Outcome version = image.run(
                List.of("waymark", "--version"), Map.of("WAYMARK_JAVA_OPTS", "-Xshare:on -Xlog:class+load:stderr"));
        assertThat(version.exit()).as(version.toString()).isZero();
        assertThat(version.err().lines().filter(line -> line.matches(".*] dev\\.waymark\\.[^/]*")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.endsWith("source: shared objects file"));
    }

    /** All but the archive of classes, where chance has a part: the Java machine makes it, by several threads. */
    @Test
    void isTheSameBytesEachTime(@TempDir Path again) throws Exception {
        ProcessBuilder assemble = new ProcessBuilder(
                "src/image/assemble",
                System.getProperty("java.home"),
                "target/waymark.jar",
                "bin/waymark",
                again.resolve("root").toString());
        Outcome assembled = Outcome.of(assemble, again, 120, "compiler/src/image/assemble must be there");
        assertThat(assembled.exit()).as(assembled.toString()).isZero();
        Set<String> differing = image.entries().keySet().stream()
                .filter(path -> !path.endsWith("/") && !path.endsWith("/classes.jsa"))
                .filter(path -> differs(
                        image.root().resolve(path), again.resolve("root").resolve(path)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(differing).isEmpty();
    }

    private static boolean differs(Path one, Path other) {
        try {
            return Files.mismatch(one, other) >= 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
