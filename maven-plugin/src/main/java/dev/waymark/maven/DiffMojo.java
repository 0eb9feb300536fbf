package dev.waymark.maven;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshReview;
import dev.waymark.RenderedTree;
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
import java.util.ArrayList;
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

    /**
     * The revision of Git that the intents are compared with. By default it is the commit at which <code>HEAD</code> left
     * <code>origin/HEAD</code>, or else <code>main</code> or <code>origin/main</code>.
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
        if (baseDirectory != null && baseRevision != null) {
            throw new MojoFailureException("baseDirectory and baseRevision are both set; compare with one of them.");
        }
        if (RenderedTree.isRendered(reviewDirectory.toPath())) {
            throw new MojoFailureException(
                    reviewDirectory + " is a folder of what was rendered; name another reviewDirectory.");
        }
        CompileResult<Review> result = baseDirectory == null
                ? reviewOfRevision(revision())
                : review(List.of(baseDirectory.getPath()), FileTree.work());
        Review review = result.outcome().orElseThrow();
        write(result, review);
        log(review);
        checkOutcome(result, review, worst);
    }

    private void checkOutcome(CompileResult<Review> result, Review review, Optional<Grade> worst)
            throws MojoFailureException {
        if (result.failed() || !review.known()) {
            Messages.log(getLog(), result.diagnostics());
        }
        if (result.failed()) {
            throw CompileMojo.failure(result, " in what is new.");
        }
        if (!review.known()) {
            throw new MojoFailureException(
                    "The change cannot be reviewed: what it is compared with cannot be compiled.");
        }
        if (worst.filter(review::has).isPresent()) {
            throw new MojoFailureException("The change has an effect that is graded " + failOnEffect + " or worse; see "
                    + new File(reviewDirectory, REVIEW + ".html"));
        }
    }

    private String revision() throws MojoFailureException, InputException {
        if (baseRevision != null && baseRevision.contains(":")) {
            throw new MojoFailureException("baseRevision is `" + baseRevision
                    + "`; it names a revision alone, since the paths are those of the intents.");
        }
        try {
            return baseRevision == null || baseRevision.isEmpty() ? MergeBase.of(folder()) : baseRevision;
        } catch (InputException e) {
            throw new MojoFailureException(
                    e.getMessage() + ". Name a revision, as in -Dwaymark.baseRevision=origin/main", e);
        }
    }

    private Path folder() {
        return project().getBasedir().toPath();
    }

    private CompileResult<Review> reviewOfRevision(String revision) throws MojoFailureException, InputException {
        getLog().info("Comparing with " + revision);
        List<String> base = new ArrayList<>();
        for (File intent : intents()) {
            base.add(revision + ":./" + fromHere(intent));
        }
        try (GitTree tree = GitTree.ofRevisions(folder(), base)) {
            for (String name : base) {
                if (!tree.exists(name)) {
                    getLog().warn(name + " is not there: all that lies in its place now counts as new");
                }
            }
            return review(base.stream().filter(tree::exists).toList(), tree);
        }
    }

    /** The way from the project to its intents, which are in the same repository. */
    private String fromHere(File intent) throws MojoFailureException, InputException {
        Path root = GitTree.root(folder());
        Path path = intent.toPath().toAbsolutePath().normalize();
        if (!path.startsWith(root)) {
            throw new MojoFailureException(intent + " does not lie in the repository " + root
                    + ", so that no revision has it; compare with a baseDirectory.");
        }
        return folder().toAbsolutePath().normalize().relativize(path).toString().replace(File.separatorChar, '/');
    }

    private CompileResult<Review> review(List<String> base, FileTree tree) throws MojoFailureException, InputException {
        CompileRequest request = request().tree(tree);
        List<String> head = shortened(request.inputs());
        Optional<CompileRequest.Existing> before =
                baseInventory == null ? Optional.empty() : Optional.of(existing(baseInventory, "baseInventory"));
        CompileResult<Review> result =
                MeshReview.compare(request.inputs(List.of()), new MeshReview.Sides(base, head, before));
        boolean intents = result.places().documents().stream()
                .anyMatch(document -> head.stream().anyMatch(document.file().name()::startsWith));
        if (!intents && result.diagnostics().isEmpty()) {
            throw new MojoFailureException("There is no intent in " + String.join(", ", head)
                    + ": it would look as if all of them had been taken away.");
        }
        return result;
    }

    private void write(CompileResult<Review> result, Review review)
            throws MojoExecutionException, MojoFailureException {
        TextFile.write(
                new File(reviewDirectory, REVIEW + ".md"),
                ReviewMarkdown.printWithPicture(review, ReviewMarkdown.DEFAULT));
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
