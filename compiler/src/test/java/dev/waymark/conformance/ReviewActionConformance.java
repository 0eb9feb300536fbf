package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the action for GitHub, with git and bash as they are, and others in place of gh and Waymark. */
class ReviewActionConformance {
    private static final Path SCRIPT =
            Path.of("../.github/actions/review/review.sh").toAbsolutePath().normalize();
    private static final String WAYMARK = """
            case "$*" in
                *markdown*) echo '<!-- waymark-review -->'; echo 'what changed' ;;
                *fail-on-effect*) echo '{}'; exit 1 ;;
                *) echo '{}' ;;
            esac
            """;

    @TempDir
    private Path root;

    private ReviewJob job(String baseFile) throws IOException, InterruptedException {
        ReviewJob job = ReviewJob.of(root, baseFile, "mesh/shop.yaml");
        job.fake("waymark", WAYMARK);
        job.fake("gh", "");
        return job;
    }

    private ReviewJob.End review(ReviewJob job, String... variables) throws IOException, InterruptedException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WAYMARK", "waymark");
        environment.put("REVIEW_PATH", "mesh");
        environment.put("COMMENT", "true");
        environment.put("SARIF", "true");
        environment.put("PULL_REQUEST", "7");
        environment.put("PULL_REQUEST_BASE", job.commitOf("HEAD^"));
        environment.put("GITHUB_REPOSITORY", "shop/mesh");
        environment.put("RUNNER_TEMP", root.toString());
        environment.put("GITHUB_OUTPUT", root.resolve("output").toString());
        environment.put("GITHUB_STEP_SUMMARY", root.resolve("summary").toString());
        List.of("REVIEW_BASE", "REVIEW_ARGS", "FAIL_ON_EFFECT").forEach(name -> environment.put(name, ""));
        for (int index = 0; index < variables.length; index += 2) {
            environment.put(variables[index], variables[index + 1]);
        }
        return job.run(environment, "bash", SCRIPT.toString());
    }

    private List<String> outputs() throws IOException {
        return Files.readAllLines(root.resolve("output"));
    }

    private String out(String file) {
        return root.resolve("waymark-review").resolve(file).toString();
    }

    @Test
    void comparesWithTheBaseThatAShallowCloneLacks() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        ReviewJob.End end = review(job, "REVIEW_ARGS", "--inventory\nmanifests");
        assertThat(end.exitCode()).as(end.printed()).isZero();
        String common = "waymark diff " + job.commitOf("HEAD^") + ":mesh mesh --inventory manifests --format ";
        assertThat(job.calls("waymark")).containsExactly(common + "markdown", common + "sarif", common + "json");
        assertThat(root.resolve("summary")).hasContent("<!-- waymark-review -->\nwhat changed");
        assertThat(outputs())
                .containsExactly(
                        "markdown=" + out("review.md"), "sarif=" + out("review.sarif"), "json=" + out("review.json"));
    }

    @Test
    void takesABranchAsTheBase() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        assertThat(review(job, "REVIEW_BASE", "main", "REVIEW_PATH", "./mesh/").exitCode())
                .isZero();
        assertThat(job.calls("waymark").get(0)).startsWith("waymark diff " + job.commitOf("main") + ":mesh mesh ");
    }

    @Test
    void aMergeIsComparedWithWhatItWasMergedInto() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        String[][] merge = {
            {"git", "-C", "../origin", "checkout", "--quiet", "-b", "topic", "HEAD^"},
            {"git", "-C", "../origin", "commit", "--quiet", "--allow-empty", "--message", "topic"},
            {"git", "-C", "../origin", "checkout", "--quiet", "main"},
            {"git", "-C", "../origin", "merge", "--quiet", "--no-ff", "--no-edit", "topic"},
            {"git", "fetch", "--quiet", "--depth=1", "origin", "main"},
            {"git", "checkout", "--quiet", "FETCH_HEAD"}
        };
        for (String[] command : merge) {
            ReviewJob.End end = job.run(Map.of(), command);
            assertThat(end.exitCode()).as(end.printed()).isZero();
        }
        String old = job.commitOf("HEAD^2^");
        String merged = job.commitOf("HEAD");
        assertThat(review(job, "PULL_REQUEST_BASE", old, "GITHUB_EVENT_NAME", "pull_request", "GITHUB_SHA", merged)
                        .exitCode())
                .isZero();
        assertThat(job.calls("waymark").get(0)).startsWith("waymark diff " + job.commitOf("HEAD^1") + ":mesh ");
    }

    @Test
    void theFirstPullRequestIsComparedWithNothing() throws Exception {
        ReviewJob job = job("README.md");
        assertThat(review(job).exitCode()).isZero();
        assertThat(job.calls("waymark").get(0)).startsWith("waymark diff " + out("nothing") + " mesh ");
        assertThat(Path.of(out("nothing"))).isEmptyDirectory();
    }

    @Test
    void theLastPullRequestIsComparedWithNothing() throws Exception {
        ReviewJob job = job("old/shop.yaml");
        assertThat(review(job, "REVIEW_PATH", "old").exitCode()).isZero();
        assertThat(job.calls("waymark").get(0)).contains(":old " + out("nothing") + " ");
    }

    @Test
    void commentsOnce() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        assertThat(review(job).exitCode()).isZero();
        assertThat(job.calls("gh"))
                .last()
                .isEqualTo(
                        "gh api --silent --method POST repos/shop/mesh/issues/7/comments -F body=@" + out("review.md"));
    }

    @Test
    void updatesItsComment() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("gh", "case \"$*\" in *paginate*) printf '41\\n42\\n' ;; esac\n");
        assertThat(review(job).exitCode()).isZero();
        assertThat(job.calls("gh").get(0)).contains("github-actions[bot]", "<!-- waymark-review -->");
        assertThat(job.calls("gh"))
                .last()
                .isEqualTo("gh api --silent --method PATCH repos/shop/mesh/issues/comments/41 -F body=@"
                        + out("review.md"));
    }

    @Test
    void aForkThatMayNotCommentIsReviewedAllTheSame() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("gh", "exit 1\n");
        ReviewJob.End end = review(job);
        assertThat(end.exitCode()).as(end.printed()).isZero();
        assertThat(end.printed()).contains("::warning::cannot comment on the pull request");
    }

    @Test
    void asksForNothingThatIsNotWanted() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        assertThat(review(job, "COMMENT", "false", "SARIF", "false").exitCode()).isZero();
        assertThat(job.calls("gh")).isEmpty();
        assertThat(outputs()).noneMatch(line -> line.startsWith("sarif="));
    }

    @Test
    void failsOnlyAfterTheComment() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        assertThat(review(job, "FAIL_ON_EFFECT", "danger").exitCode()).isZero();
        assertThat(job.calls("waymark")).last().asString().endsWith("--format json --fail-on-effect danger");
        assertThat(outputs()).contains("verdict=fail");
        assertThat(job.calls("gh")).isNotEmpty();
    }

    @Test
    void withoutAReviewItFails() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("waymark", "exit 2\n");
        ReviewJob.End end = review(job);
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.printed()).contains("::error::waymark diff ended with 2");
        assertThat(review(job, "PULL_REQUEST_BASE", "").printed()).contains("::error::there is no pull request here");
        assertThat(review(job, "REVIEW_BASE", "--upload-pack=x").printed()).contains("is no base");
    }

    @Test
    void whatWaymarkSaysIsNoCommandToTheRunner() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("waymark", "echo '::error::mine' >&2\n");
        assertThat(review(job).printed())
                .startsWith("::stop-commands::")
                .containsPattern("::stop-commands::(\\w{32})\n::error::mine\n::\\1::\n");
    }

    @Test
    void valuesAreNoCode() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        String hostile = "$(touch harm) `touch harm` ; touch harm";
        for (String variable : List.of("REVIEW_ARGS", "REVIEW_PATH", "REVIEW_BASE", "FAIL_ON_EFFECT", "PULL_REQUEST")) {
            review(job, variable, hostile);
        }
        assertThat(root.resolve("clone/harm")).doesNotExist();
    }
}
