package dev.waymark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The order of the packages, and what may be used where. */
class ArchitectureTest {
    private static final String ROOT = "dev.waymark";
    private static final Path MAIN = Path.of("src/main/java");

    /** Lowest first: each imports only what stands before it. */
    private static final List<String> LAYERS = List.of(
            "source",
            "diagnostic",
            "yaml",
            "schema",
            "overlay",
            "intent",
            "kube",
            "routing",
            "reasons",
            "inventory",
            "policy",
            "mesh",
            "lock",
            "lower",
            "check",
            "lint",
            "render",
            "output",
            "review",
            "inject",
            "handover",
            "report",
            "",
            "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesImportOnlyWhatStandsBelowThem() {
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            String[] above = LAYERS.subList(layer + 1, LAYERS.size()).stream()
                    .map(ArchitectureTest::packageName)
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(packageName(LAYERS.get(layer)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above));
        }
    }

    @Test
    void everyPackageHasItsLayer() {
        assertThat(CLASSES.stream().map(each -> each.getPackageName()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        LAYERS.stream().map(ArchitectureTest::packageName).toList());
    }

    @Test
    void librariesStayBehindTheirFences() {
        fence("org.snakeyaml..", "yaml");
        fence("com.networknt..", "schema");
        fence("tools.jackson.databind..", "schema");
        fence("tools.jackson.core..", "schema", "lock", "report");
        fence("freemarker..", "render", "report");
        fence("org.apache.commons.cli..", "cli");
    }

    private static void fence(String library, String... allowed) {
        check(noClasses()
                .that(not(resideInAnyPackage(packages(allowed))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void filesAreTouchedOnlyAtTheEdges() {
        check(noClasses()
                .that(not(resideInAnyPackage(packages("source", "output", "cli"))))
                .should()
                .dependOnClassesThat(belongToAnyOf(Files.class, java.io.File.class, java.io.FileInputStream.class)));
    }

    @Test
    void nothingWhoseOrderChangesFromRunToRunReachesTheOutput() {
        check(noClasses()
                .should()
                .callMethod(Map.class, "copyOf", Map.class)
                .orShould()
                .callMethod(Set.class, "copyOf", java.util.Collection.class));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that(not(resideInAPackage(ROOT + ".cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class));
    }

    @Test
    void fieldsAreFinal() {
        check(
                fields().that()
                        .areNotFinal()
                        .should()
                        .beDeclaredInClassesThat()
                        .haveNameMatching(
                                ".*(NodeBuilder(\\$Open)?|YamlReader|HeldText|StoredText|LinePages|TextReader|PackedBytes(\\$Unpacking)?|Anchors|BlockSkimmer|JsonSkimmer|LineScanner|ObjectBuilder|ObjectGate|OpenNode|QuoteScanner|Scope|Shifts|Skimmer|DiagnosticLog|FileStage|GitBlobs|RenderedText|MeshCompiler|Targets|Plan\\$UnitPlan|OutputWriter|PrintedComponent|ProgressLine)"));
    }

    @Test
    void classesAreNotMadeToBeExtended() {
        check(classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL));
    }

    @Test
    void everyPackageSaysWhatItIsAndHasNoNulls() throws IOException {
        List<Path> packages = packageFolders();
        assertThat(packages).isNotEmpty();
        for (Path folder : packages) {
            assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked", "/**");
        }
        assertThat(NullMarked.class).isAnnotation();
    }

    /** All but the catalogue of diagnostics, which is a list of texts. */
    @Test
    void filesStaySmall() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                boolean data = file.endsWith("Code.java");
                if (!data && Files.readAllLines(file).size() > 300) {
                    tooLong.add(file.toString());
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> packageFolders() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(ArchitectureTest::packageName).toArray(String[]::new);
    }

    private static String packageName(String layer) {
        return layer.isEmpty() ? ROOT : ROOT + "." + layer;
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
