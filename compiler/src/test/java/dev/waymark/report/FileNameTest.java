package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files are named to services. */
class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "mesh.yaml, mesh.yaml",
        "./mesh/a.yaml, mesh/a.yaml",
        "mesh/../b.yaml, b.yaml",
        "../mesh.yaml, ../mesh.yaml",
        "., .",
        "-, -",
        "/elsewhere/mesh.yaml, /elsewhere/mesh.yaml"
    })
    void aNameIsRelativeWhereItCan(String name, String relative) {
        assertThat(FileName.relative(name)).isEqualTo(relative);
    }

    @Test
    void whatLiesInTheWorkingDirectoryIsRelative() {
        String here = Path.of("").toAbsolutePath().toString();
        assertThat(FileName.relative(here + "/mesh/a.yaml")).isEqualTo("mesh/a.yaml");
        assertThat(FileName.uri(here + "/mesh/a.yaml")).isEqualTo("mesh/a.yaml");
        assertThat(FileName.relative(here + "-2/a.yaml")).isEqualTo(here + "-2/a.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "mesh/a b.yaml, mesh/a%20b.yaml",
        "50%.yaml, 50%25.yaml",
        "a:b#c?d.yaml, a%3Ab%23c%3Fd.yaml",
        "zürich/日.yaml, z%C3%BCrich/%E6%97%A5.yaml",
        "😀.yaml, %F0%9F%98%80.yaml",
        "/else where/a.yaml, file:///else%20where/a.yaml"
    })
    void aReferenceHasNothingThatItMustNot(String name, String uri) {
        assertThat(FileName.uri(name)).isEqualTo(uri);
    }

    @Test
    void signsThatMoveTextAreEncodedToo() {
        assertThat(FileName.uri("a\n\u202E\".yaml")).isEqualTo("a%0A%E2%80%AE%22.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "mesh/a.yaml, mesh/a.yaml",
        "main:mesh/a.yaml, mesh/a.yaml",
        "origin/main:a:b.yaml, a:b.yaml",
        "v1.2^{commit}~3:a.yaml, a.yaml",
        "HEAD@{2 days ago 10:00}:a.yaml, a.yaml",
        "HEAD^{/fix: it}:a.yaml, a.yaml",
        "./main:a.yaml, ./main:a.yaml",
        "/mesh/main:a.yaml, /mesh/main:a.yaml",
        "my mesh:a.yaml, my mesh:a.yaml",
        "C:/mesh/a.yaml, C:/mesh/a.yaml",
        "C:\\mesh\\a.yaml, C:\\mesh\\a.yaml",
        ":a.yaml, :a.yaml",
        "-, -"
    })
    void aFileOfARevisionHasThePathThatItHasThere(String name, String path) {
        assertThat(FileName.inRepository(name)).isEqualTo(path);
    }

    @Test
    void aNameOfAnyLengthIsRead() {
        assertThat(FileName.inRepository("{a}".repeat(100_000) + ":b")).isEqualTo("b");
    }

    /** A repository may hold names that this file system refuses. */
    @Test
    void aNameThatIsNoPathHereStaysAsItIs() {
        assertThat(FileName.relative("a\0b.yaml")).isEqualTo("a\0b.yaml");
        assertThat(FileName.uri("a\0b.yaml")).isEqualTo("a%00b.yaml");
    }
}
