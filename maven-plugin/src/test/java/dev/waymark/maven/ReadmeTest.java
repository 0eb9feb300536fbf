package dev.waymark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.maven.Readme.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader copies is part of a build that is run, and what the tables say is so. */
class ReadmeTest {
    static Stream<Snippet> snippets() throws IOException {
        return Readme.snippets();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetIsPartOfABuildThatIsRun(Snippet snippet) throws IOException {
        String file = Files.readString(Path.of(snippet.file()))
                .replace("@project.groupId@", "dev.waymark")
                .replace("@project.artifactId@", "waymark-maven-plugin")
                .replace("@project.version@", Descriptor.version());
        assertThat(lines(file)).contains(lines(snippet.text()));
    }

    /** Without the indentation, which is deeper in a whole file. */
    private static String lines(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void allXmlIsOfSuchBuilds() throws IOException {
        assertThat(Readme.text().split("```xml", -1))
                .hasSize((int) Readme.snippets().count() + 1);
        assertThat(Readme.snippets().count()).isGreaterThan(5);
    }

    @Test
    void theTableOfParametersIsThatOfTheDescriptor() throws Exception {
        assertThat(Readme.part("parameters")).isEqualTo(Descriptor.read().parametersInMarkdown());
    }

    @Test
    void theTableOfLibrariesIsThatOfTheDescriptor() throws Exception {
        assertThat(Readme.part("closure")).isEqualTo(Descriptor.read().librariesInMarkdown());
    }
}
