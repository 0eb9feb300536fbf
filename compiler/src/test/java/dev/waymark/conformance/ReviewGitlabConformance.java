package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job for GitLab, with git, a shell and jq as they are, and others in place of curl and Waymark. */
class ReviewGitlabConformance {
    private static final String NOTES = "https://git.example.com/api/v4/projects/3/merge_requests/7/notes";
    private static final String WAYMARK = """
            case "$*" in
                *markdown*) echo '<!-- waymark-review -->' ;;
                *fail-on-effect*) echo '{}'; exit 1 ;;
                *) echo '{}' ;;
            esac
            """;
    /** Somebody else quotes the marker; our own note came later. */
    private static final String CURL = """
            case "$*" in
                */user) echo '{"id": 5}' ;;
                *per_page*) echo '[{"id": 1, "author": {"id": 4}, "body": "<!-- waymark-review -->"},
                    {"id": 2, "author": {"id": 5}, "body": "said"},
                    {"id": 9, "author": {"id": 5}, "body": "<!-- waymark-review -->"}]' ;;
            esac
            """;

    @TempDir
    private Path root;

    private ReviewJob job(String baseFile) throws IOException, InterruptedException {
        ReviewJob job = ReviewJob.of(root, baseFile, "mesh/shop.yaml");
        job.fake("waymark", WAYMARK);
        job.fake("curl", CURL);
        return job;
    }

    private static ReviewJob.End review(ReviewJob job, String... variables) throws IOException, InterruptedException {
        Tree template =
                Yaml.tree(Files.readString(Path.of("../.gitlab/review.yml"))).at(".waymark-review");
        Map<String, String> environment = new LinkedHashMap<>();
        template.at("variables").map().forEach((name, value) -> environment.put(name, value.toString()));
        environment.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", job.commitOf("HEAD^"));
        environment.put("CI_API_V4_URL", "https://git.example.com/api/v4");
        environment.put("CI_MERGE_REQUEST_PROJECT_ID", "3");
        environment.put("CI_MERGE_REQUEST_IID", "7");
        for (int index = 0; index < variables.length; index += 2) {
            environment.put(variables[index], variables[index + 1]);
        }
        return job.run(environment, "sh", "-e", "-c", String.join("\n", template.texts("script")));
    }

    @Test
    void comparesWithTheBaseThatAShallowCloneLacks() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        ReviewJob.End end = review(job, "WAYMARK_ARGS", "--inventory manifests");
        assertThat(end.exitCode()).as(end.printed()).isZero();
        String common = "waymark diff " + job.commitOf("HEAD^") + ":mesh mesh --inventory manifests --format ";
        assertThat(job.calls("waymark"))
                .containsExactly(common + "html", common + "gitlab", common + "markdown", common + "json");
        assertThat(job.calls("curl")).isEmpty();
        assertThat(root.resolve("clone/waymark-review.html")).isNotEmptyFile();
        assertThat(root.resolve("clone/gl-code-quality-report.json")).isNotEmptyFile();
    }

    @Test
    void aMergedResultIsComparedWithItsTarget() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        assertThat(review(job, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA", job.commitOf("HEAD"))
                        .exitCode())
                .isZero();
        assertThat(job.calls("waymark").get(0)).startsWith("waymark diff " + job.commitOf("HEAD") + ":mesh mesh ");
    }

    @Test
    void theFirstMergeRequestIsComparedWithNothing() throws Exception {
        ReviewJob job = job("README.md");
        assertThat(review(job).exitCode()).isZero();
        Path nothing = Path.of(job.calls("waymark").get(0).split(" ", -1)[2]);
        assertThat(nothing).isEmptyDirectory();
        Files.delete(nothing);
    }

    @Test
    void updatesItsOwnNote() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        assertThat(review(job, "WAYMARK_TOKEN", "t").exitCode()).isZero();
        assertThat(job.calls("curl"))
                .last()
                .asString()
                .contains("--request PUT ", "--data-urlencode body@waymark-review.md")
                .endsWith(" " + NOTES + "/9");
    }

    @Test
    void writesANoteWhereThereIsNone() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("curl", CURL.replace("\"id\": 5}, \"body\"", "\"id\": 6}, \"body\""));
        assertThat(review(job, "WAYMARK_TOKEN", "t").exitCode()).isZero();
        assertThat(job.calls("curl"))
                .last()
                .asString()
                .contains("--request POST ")
                .endsWith(" " + NOTES);
    }

    @Test
    void withoutANoteItIsReviewedAllTheSame() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("curl", "exit 22\n");
        ReviewJob.End end = review(job, "WAYMARK_TOKEN", "t");
        assertThat(end.exitCode()).as(end.printed()).isZero();
        assertThat(end.printed()).contains("cannot write a note");
    }

    @Test
    void failsOnlyAfterTheNote() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        ReviewJob.End end = review(job, "WAYMARK_TOKEN", "t", "WAYMARK_FAIL_ON_EFFECT", "danger");
        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(job.calls("waymark")).last().asString().endsWith("--format json --fail-on-effect danger");
        assertThat(job.calls("curl")).hasSize(3);
    }

    @Test
    void withoutAReviewItFails() throws Exception {
        ReviewJob job = job("mesh/shop.yaml");
        job.fake("waymark", "exit 2\n");
        assertThat(review(job).exitCode()).isEqualTo(2);
        assertThat(job.calls("waymark")).hasSize(1);
        assertThat(job.calls("curl")).isEmpty();
    }
}
