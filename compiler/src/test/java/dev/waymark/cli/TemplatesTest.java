package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs and hooks that others copy: they can be read, and what the README says of them fits. What they do is tried elsewhere. */
class TemplatesTest {
    private static final Path ROOT = Path.of("..");
    private static final String ACTION = ".github/actions/review/action.yml";
    private static final String SCRIPT = ".github/actions/review/review.sh";
    private static final String GITLAB = ".gitlab/review.yml";
    private static final String HOOKS = ".pre-commit-hooks.yaml";
    private static final Pattern DIFF =
            Pattern.compile("waymark diff|^ *(if ! )?(review|write) |with: \\{path:|fail=\\(");
    private static final Pattern OPTION = Pattern.compile("--format \\w+|--(?!format)[a-z][a-z-]+");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tree action() {
        return Yaml.tree(text(ACTION));
    }

    private static Tree gitlab() {
        return Yaml.tree(text(GITLAB)).at(".waymark-review");
    }

    private static Tree hook() {
        return Yaml.list(text(HOOKS)).get(0);
    }

    private static List<Tree> steps() {
        return action().at("runs").trees("steps");
    }

    /** All that a shell is given to read. */
    private static List<String> scripts() {
        List<String> scripts = new ArrayList<>(gitlab().texts("script"));
        scripts.add(text(SCRIPT));
        steps().stream()
                .filter(step -> step.map().containsKey("run"))
                .map(step -> step.text("run"))
                .forEach(scripts::add);
        return scripts;
    }

    /** What the README shows in the section about reviews. */
    private static List<Tree> shown() {
        String readme = text("README.md");
        String section = readme.substring(readme.indexOf("\n## Review of a pull request\n") + 1);
        return YAML.matcher(section.substring(0, section.indexOf("\n## ")))
                .results()
                .map(block -> Yaml.tree(block.group(1)))
                .toList();
    }

    private static Tree shown(String key) {
        List<Tree> found =
                shown().stream().filter(tree -> tree.map().containsKey(key)).toList();
        assertThat(found).as(key).hasSize(1);
        return found.get(0);
    }

    @Test
    void noExpressionStandsInAScript() {
        assertThat(scripts()).hasSizeGreaterThan(5).noneMatch(script -> script.contains("${{"));
    }

    @Test
    void everyInputIsReadAndEveryOutputIsWritten() {
        String steps = steps().toString();
        String script = text(SCRIPT);
        assertThat(action().at("inputs").map().keySet())
                .allSatisfy(input -> assertThat(steps).contains("${{ inputs." + input + " }}"));
        assertThat(Stream.of("markdown", "json", "sarif", "verdict"))
                .allSatisfy(output -> assertThat(script).contains("output " + output + " "));
        assertThat(steps().get(0).at("env").map().keySet())
                .allSatisfy(variable -> assertThat(script + "GH_TOKEN").contains(variable));
    }

    /** Options stand where scripts review, in the arguments that the README shows, and in descriptions of inputs. */
    @Test
    void everyOptionIsOneOfDiff() throws UsageException {
        Command diff = Main.command("diff");
        List<String> options =
                diff.allOptions().stream().map(option -> "--" + option.name()).toList();
        List<String> written = new ArrayList<>();
        Stream.of(ACTION, GITLAB, SCRIPT, "README.md")
                .flatMap(file -> text(file).lines())
                .filter(line -> DIFF.matcher(line).find())
                .forEach(line -> OPTION.matcher(line).results().forEach(option -> written.add(option.group())));
        assertThat(written)
                .contains("--format markdown", "--format sarif", "--format html", "--format gitlab", "--fail-on-effect")
                .allSatisfy(option -> assertThat(options).contains(option.split(" ", -1)[0]));
        assertThat(written.stream().filter(option -> option.startsWith("--format ")))
                .allSatisfy(option -> assertThat(diff.formats()).contains(option.substring("--format ".length())));
    }

    @Test
    void theReadmeUsesTheAction() {
        Tree job = shown("jobs").at("jobs", "review");
        Tree step = job.trees("steps").stream()
                .filter(each -> each.text("uses").startsWith("./"))
                .findFirst()
                .orElseThrow();
        assertThat(ROOT.resolve(step.text("uses")).resolve("action.yml")).exists();
        assertThat(action().at("inputs").map().keySet())
                .containsAll(step.at("with").map().keySet());
    }

    @Test
    void theReadmeUsesTheJob() {
        Tree shown = shown("include");
        assertThat(shown.at("include").text("local")).isEqualTo(GITLAB);
        Tree job = shown.at("waymark-review");
        assertThat(Yaml.tree(text(GITLAB)).map()).containsKey(job.text("extends"));
        assertThat(gitlab().at("variables").map().keySet())
                .containsAll(job.at("variables").map().keySet());
    }

    @Test
    void everyVariableOfTheJobIsRead() {
        String script = String.join("\n", gitlab().texts("script"));
        assertThat(gitlab().at("variables").map().keySet())
                .allSatisfy(variable -> assertThat(script).contains(variable));
        List<String> artifacts = new ArrayList<>(gitlab().at("artifacts").texts("paths"));
        artifacts.add(gitlab().at("artifacts", "reports").text("codequality"));
        assertThat(artifacts).allSatisfy(file -> assertThat(script).contains(">" + file));
    }

    @Test
    void theReadmeUsesTheHook() {
        Tree repository = shown("repos").trees("repos").get(0);
        assertThat(repository.trees("hooks").get(0).text("id")).isEqualTo(hook().text("id"));
    }

    @Test
    void theHookRunsACommandOfOurs() throws UsageException {
        assertThat(hook().map().keySet())
                .isSubsetOf(Set.of("id", "name", "description", "language", "entry", "files", "pass_filenames"));
        String[] entry = hook().text("entry").split(" ", -1);
        assertThat(ROOT.resolve(entry[0])).exists();
        assertThat(Main.command(entry[1]).readsIntents()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mesh.yaml, true",
        "mesh/shop.yml, true",
        "mesh/teams/shop.yaml, true",
        "mesh/README.md, false",
        "rendered/mesh/x.yaml, false",
        "meshes/x.yaml, false"
    })
    void theHookLooksAtIntents(String file, boolean wanted) {
        assertThat(Pattern.compile(hook().text("files")).matcher(file).find()).isEqualTo(wanted);
    }
}
