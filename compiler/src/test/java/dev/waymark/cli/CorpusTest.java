package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.testing.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of the corpus. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/corpus");
    private static final Pattern CODE = Pattern.compile("WM[0-9]{4}");

    static Stream<Case> cases() throws IOException {
        return Case.all(CORPUS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsAndLeavesWhatIsExpected(Case each, @TempDir Path temporary) throws IOException {
        assertThat(each.orphans()).isEmpty();
        Path copy = temporary.resolve("case");
        Golden.verify(each.run(copy), each.file("output.txt"));
        if (Files.exists(each.file("expected"))) {
            assertThat(Case.tree(copy.resolve("out"))).isEqualTo(Case.tree(each.file("expected")));
        } else if (Files.exists(each.file("before"))) {
            assertThat(Case.tree(copy.resolve("out"))).isEqualTo(Case.tree(each.file("before")));
        } else {
            assertThat(copy.resolve("out")).doesNotExist();
        }
    }

    @Test
    void everyCodeHasACase() throws IOException {
        List<String> catalogue = Arrays.stream(Code.values()).map(Code::id).toList();
        SortedSet<String> shown = new TreeSet<>();
        for (Path output : outputs()) {
            CODE.matcher(Files.readString(output)).results().forEach(code -> shown.add(code.group()));
        }
        List<String> missing = new ArrayList<>(catalogue);
        missing.removeAll(shown);
        assertThat(missing).isEmpty();
    }

    /** Those of the cases here, and of those that only read manifests. */
    private static List<Path> outputs() throws IOException {
        List<Path> outputs = new ArrayList<>();
        for (Path folder : List.of(CORPUS, Resources.path("manifests"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.endsWith("output.txt")).forEach(outputs::add);
            }
        }
        return outputs;
    }
}
