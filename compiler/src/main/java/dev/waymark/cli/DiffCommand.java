package dev.waymark.cli;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshReview;
import dev.waymark.report.Findings;
import dev.waymark.report.GithubReport;
import dev.waymark.report.GitlabReport;
import dev.waymark.report.ReviewHtml;
import dev.waymark.report.ReviewJson;
import dev.waymark.report.ReviewMarkdown;
import dev.waymark.report.ReviewText;
import dev.waymark.report.SarifReport;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import dev.waymark.source.GitTree;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code waymark diff}. */
final class DiffCommand implements Command {
    private static final String BASE_INVENTORY = "base-inventory";
    private static final String EXIT_CODE = "exit-code";
    private static final String FAIL_ON_EFFECT = "fail-on-effect";
    private static final String MAX_CHARS = "max-chars";
    private static final String PLAN = "plan";

    private static final List<String> GRADES = List.of("danger", "caution");
    private static final List<String> WITH_PLAN = List.of("text", "markdown", "html", "json");

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String summary() {
        return "what a change does to traffic and manifests";
    }

    @Override
    public Operands operands() {
        return new Operands("BASE [HEAD]", Values.FILES);
    }

    @Override
    public boolean readsManifests() {
        return true;
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.value(BASE_INVENTORY, "PATH", "in place of --inventory for BASE; repeatable")
                        .taking(Values.FILES),
                OptionSpec.flag(EXIT_CODE, "exit with 1 if anything changed"),
                OptionSpec.value(FAIL_ON_EFFECT, "GRADE", "exit with 1 on a `danger`, or on a `caution` too")
                        .taking(Values.of(GRADES)),
                OptionSpec.value(MAX_CHARS, "N", "of Markdown; default 60000"),
                OptionSpec.flag(PLAN, "print in which order to merge and sync"));
    }

    @Override
    public List<String> formats() {
        return List.of("text", "markdown", "html", "json", "sarif", "github", "gitlab");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark diff main:mesh", "waymark diff old/ new/ --fail-on-effect danger");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        List<String> named = invocation.line().getArgList();
        check(named);
        Optional<Grade> failOnEffect = failOnEffect(invocation);
        try (GitTree tree = GitTree.of(Path.of(""), read(invocation))) {
            String head = named.size() > 1 ? named.get(1) : inWorkTree(tree, named.get(0));
            CompileRequest request = invocation.request(List.of()).tree(tree);
            CompileResult<Review> result = MeshReview.compare(
                    request,
                    new MeshReview.Sides(List.of(named.get(0)), List.of(head), invocation.existing(BASE_INVENTORY)));
            Review review = result.outcome().orElseThrow();
            invocation.printMessages(result.diagnostics());
            invocation.terminal().result(print(invocation, review, result.places()));
            boolean found = result.failed()
                    || (invocation.line().hasOption(EXIT_CODE) && review.isChange())
                    || failOnEffect.filter(review::has).isPresent();
            return found ? ExitCode.FOUND : ExitCode.OK;
        }
    }

    /** All that is read: both sides, and what exists beside them. */
    private static List<String> read(Invocation invocation) {
        List<String> names = new ArrayList<>(invocation.line().getArgList());
        for (String option : List.of(CommonOptions.INVENTORY, BASE_INVENTORY)) {
            Optional.ofNullable(invocation.line().getOptionValues(option))
                    .ifPresent(paths -> names.addAll(List.of(paths)));
        }
        names.removeIf(String::isEmpty);
        return names;
    }

    private static void check(List<String> named) throws UsageException {
        if (named.isEmpty()) {
            throw new UsageException("diff needs what was: a path, or a revision of Git with a path, as in main:mesh");
        }
        if (named.size() > 2) {
            throw new UsageException("diff compares two things, BASE and HEAD, not " + named.size());
        }
        if (named.contains("") || named.contains(SourceFile.STANDARD_INPUT)) {
            throw new UsageException("diff reads files, folders and revisions, and no standard input");
        }
    }

    private static String inWorkTree(GitTree tree, String base) throws UsageException {
        return tree.inWorkTree(base)
                .orElseThrow(() -> new UsageException("diff needs HEAD beside the path " + base
                        + "; only for a revision, such as main:" + base + ", it is the same path here"));
    }

    private static Optional<Grade> failOnEffect(Invocation invocation) throws UsageException {
        return invocation.line().hasOption(FAIL_ON_EFFECT)
                ? Optional.of(
                        Grade.valueOf(invocation.choice(FAIL_ON_EFFECT, GRADES).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static String print(Invocation invocation, Review review, Places places) throws UsageException {
        boolean plan = invocation.line().hasOption(PLAN);
        String format = invocation.format();
        if (plan && !WITH_PLAN.contains(format)) {
            throw new UsageException("--plan goes with " + String.join(", ", WITH_PLAN) + ", not with " + format);
        }
        Review shown = plan ? review : review.withoutPlan();
        return switch (format) {
            case "json" -> ReviewJson.print(review, places, plan);
            case "html" -> ReviewHtml.print(shown);
            case "markdown" -> ReviewMarkdown.printWithPicture(shown, maxChars(invocation));
            case "sarif" -> SarifReport.print(findings(invocation, review, places));
            case "github" -> GithubReport.print(findings(invocation, review, places));
            case "gitlab" -> GitlabReport.print(findings(invocation, review, places));
            default ->
                plan
                        ? ReviewText.printPlan(review, invocation.outPage())
                        : ReviewText.print(review, invocation.outPage());
        };
    }

    /** What has no place of its own is shown at the new side. */
    private static Findings findings(Invocation invocation, Review review, Places places) {
        List<String> named = invocation.line().getArgList();
        return Findings.ofReview(review, places, named.get(named.size() - 1));
    }

    private static int maxChars(Invocation invocation) throws UsageException {
        String text = invocation.line().getOptionValue(MAX_CHARS, String.valueOf(ReviewMarkdown.DEFAULT));
        int least = ReviewMarkdown.LEAST;
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw new UsageException("--max-chars takes a number from " + least + " on, not `" + text + "`");
        }
        return Integer.parseInt(text);
    }
}
