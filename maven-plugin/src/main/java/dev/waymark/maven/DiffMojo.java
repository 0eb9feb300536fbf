package dev.waymark.maven;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshReview;
import dev.waymark.lock.Lock;
import dev.waymark.report.ChangeMermaid;
import dev.waymark.report.LineReport;
import dev.waymark.report.Printable;
import dev.waymark.report.ReviewHtml;
import dev.waymark.report.ReviewJson;
import dev.waymark.report.ReviewMarkdown;
import dev.waymark.review.Effect;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import dev.waymark.source.FileTree;
import dev.waymark.source.GitTree;
import dev.waymark.source.InputException;
import dev.waymark.source.MergeBase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reviews what a change of the intents does to traffic: writes <code>review.md</code>, <code>review.html</code> and
 * <code>review.json</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class DiffMojo extends IntentMojo {
    private static final String REVIEW = "review";
    private static final int MAX_CHARS = 60_000;

    /**
     * The revision of Git that the intents are compared with. By default it is the commit at which <code>HEAD</code> left
     * <code>origin/HEAD</code>, or else <code>main</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.baseRevision")
    private @Nullable String baseRevision;

    /**
     * The folder that they are compared with instead: intents, or what was rendered.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.baseDirectory")
    private @Nullable File baseDirectory;

    /**
     * The inventory of what the intents are compared with, if it is another one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.baseInventory")
    private @Nullable List<File> baseInventory;

    /**
     * Which effects fail the build: <code>danger</code>, or <code>caution</code> too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.failOnEffect")
    private @Nullable String failOnEffect;

    /**
     * The folder that the review is written to.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "waymark.reviewDirectory",
            defaultValue = "${project.build.directory}/waymark/review",
            required = true)
    private File reviewDirectory;

    @Override
    void run() throws MojoExecutionException, MojoFailureException, InputException {
        Optional<Grade> worst = failOnEffect == null
                ? Optional.empty()
                : Optional.of(Words.one("failOnEffect", failOnEffect, List.of(Grade.DANGER, Grade.CAUTION)));
        if (new File(reviewDirectory, Lock.FILE_NAME).exists()) {
            throw new MojoFailureException(
                    reviewDirectory + " is the folder of a rendered unit; name another reviewDirectory.");
        }
        CompileResult<Review> result = baseDirectory == null
                ? reviewOfRevision(baseRevision == null ? MergeBase.of(folder()) : baseRevision)
                : review(List.of(baseDirectory.getPath()), FileTree.work());
        Review review = result.outcome().orElseThrow();
        write(result, review);
        log(review);
        if (result.failed()) {
            Messages.log(getLog(), result.diagnostics());
            throw CompileMojo.failure(result, " in what is new.");
        }
        if (worst.filter(review::has).isPresent()) {
            throw new MojoFailureException("The change has an effect that is graded " + failOnEffect + " or worse; see "
                    + new File(reviewDirectory, REVIEW + ".html"));
        }
    }

    private Path folder() {
        return project().getBasedir().toPath();
    }

    private CompileResult<Review> reviewOfRevision(String revision) throws MojoFailureException, InputException {
        getLog().info("Comparing with " + revision);
        List<String> base = intents().stream()
                .map(intent -> folder().relativize(intent.toPath()))
                .map(path -> revision + ":./" + path.toString().replace(File.separatorChar, '/'))
                .toList();
        try (GitTree tree = GitTree.ofRevisions(folder(), base)) {
            return review(base.stream().filter(tree::exists).toList(), tree);
        }
    }

    private CompileResult<Review> review(List<String> base, FileTree tree) throws MojoFailureException, InputException {
        CompileRequest request = request().tree(tree);
        List<String> head = shortened(request.inputs());
        Optional<CompileRequest.Existing> before =
                baseInventory == null ? Optional.empty() : Optional.of(existing(baseInventory));
        return MeshReview.compare(request.inputs(List.of()), new MeshReview.Sides(base, head, before));
    }

    private void write(CompileResult<Review> result, Review review) throws MojoExecutionException {
        String picture = review.ties().isEmpty() ? "" : ChangeMermaid.print(review);
        TextFile.write(new File(reviewDirectory, REVIEW + ".md"), ReviewMarkdown.print(review, MAX_CHARS, picture));
        TextFile.write(new File(reviewDirectory, REVIEW + ".html"), ReviewHtml.print(review));
        TextFile.write(new File(reviewDirectory, REVIEW + ".json"), ReviewJson.print(review, result.places(), true));
    }

    private void log(Review review) {
        getLog().info(Printable.of(review.verdict().toString()));
        for (Effect effect : review.effects()) {
            if (effect.grade() == Grade.INFO) {
                getLog().info(LineReport.line(effect));
            } else {
                getLog().warn(LineReport.line(effect));
            }
        }
        getLog().info("Review: " + new File(reviewDirectory, REVIEW + ".html"));
    }

    /** Reviews are read elsewhere: they show paths from where the build was started. */
    private static List<String> shortened(List<String> paths) {
        Path here = Path.of("").toAbsolutePath();
        return paths.stream()
                .map(Path::of)
                .map(path -> path.startsWith(here) && !path.equals(here) ? here.relativize(path) : path)
                .map(Path::toString)
                .toList();
    }
}
