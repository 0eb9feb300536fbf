package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.report.MarkdownSection.Block;
import dev.waymark.review.Effect;
import dev.waymark.review.EffectRule;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A review as a comment on a change, for GitHub and GitLab. What matters most stands first and is shown as long as there
 * is room; nothing that somebody named means anything to Markdown.
 */
public final class ReviewMarkdown {
    /** By which a pipeline finds the comment that it wrote before. */
    public static final String MARKER = "<!-- waymark-review -->";

    /** What a page needs to say at least what it leaves out. */
    public static final int LEAST = 1_000;

    /** Where nobody says how long it may be: services take a little more. */
    public static final int DEFAULT = 60_000;

    /** Of the effects of one rule, as many as somebody reads in a row. */
    private static final int OPEN = 10;

    /** No entry is shorter. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_VERDICT = 450;
    private static final String END = "</details>\n\n";

    private final Review review;

    /** Of entries in one block. */
    private final int most;

    private ReviewMarkdown(Review review, int maxChars) {
        this.review = review;
        this.most = maxChars / SHORTEST;
    }

    /** A page with the picture of the change, where there is something to see. */
    public static String printWithPicture(Review review, int maxChars) {
        return print(review, maxChars, review.ties().isEmpty() ? "" : ChangeMermaid.print(review));
    }

    /** A page without a picture. */
    public static String print(Review review, int maxChars) {
        return print(review, maxChars, "");
    }

    /**
     * The whole page.
     *
     * @param maxChars {@code char}s that it has at most; at least {@link #LEAST}
     * @param mermaid a picture of the change; empty if there is none
     */
    public static String print(Review review, int maxChars, String mermaid) {
        if (maxChars < LEAST) {
            throw new IllegalArgumentException(maxChars + " characters are less than " + LEAST);
        }
        ReviewMarkdown report = new ReviewMarkdown(review, maxChars);
        return new MarkdownPage(maxChars).print(report.head(), report.sections(mermaid));
    }

    private String head() {
        String words = Markdown.words(review.verdict()).strip();
        String verdict = words.length() > LONGEST_VERDICT
                ? Markdown.code(review.verdict().toString().replace('`', '\''))
                : words;
        return MARKER + "\n## What this change does to the mesh\n\n"
                + (verdict.isEmpty() ? "" : "**" + verdict + "**\n\n");
    }

    /** In the order in which they get their room. */
    private List<MarkdownSection> sections(String mermaid) {
        return Stream.of(
                        effects(Grade.DANGER, "Danger", "danger"),
                        effects(Grade.CAUTION, "Caution", "caution"),
                        introduced(),
                        effects(Grade.INFO, "For information", "info entry"),
                        plan(),
                        picture(mermaid),
                        manifests(),
                        folded(review.problems().fixed(), "fixed problem"),
                        folded(review.problems().unchanged(), "unchanged problem"))
                .filter(section -> section.size() > 0)
                .toList();
    }

    private MarkdownSection introduced() {
        List<Diagnostic> joined = TextReport.joined(review.problems().introduced());
        return MarkdownSection.of("New problems", "new problem", problems(joined, "", "\n"));
    }

    private MarkdownSection plan() {
        Block steps = new Block("", PlanMarkdown.print(review.plan()), "", 0);
        return MarkdownSection.of("In which order", "step", List.of(steps));
    }

    private MarkdownSection manifests() {
        List<String> files = review.manifests().stream()
                .limit(most)
                .map(ManifestMarkdown::print)
                .toList();
        Block block = new Block("", files, "", review.manifests().size() - files.size());
        return MarkdownSection.of("Manifests", "file", List.of(block));
    }

    private static MarkdownSection picture(String mermaid) {
        String fence = Markdown.fence(List.of(mermaid));
        String block = fence + "mermaid\n" + mermaid.strip() + "\n" + fence + "\n\n";
        List<String> entries = mermaid.isBlank() ? List.of() : List.of(block);
        return new MarkdownSection("### Picture\n\n", "picture", true, List.of(new Block("", entries, "", 0)));
    }

    private MarkdownSection effects(Grade grade, String heading, String noun) {
        SortedMap<EffectRule, List<Effect>> byRule = review.effects().stream()
                .filter(effect -> effect.grade() == grade)
                .collect(Collectors.groupingBy(Effect::rule, TreeMap::new, Collectors.toList()));
        List<Block> blocks = new ArrayList<>();
        byRule.forEach((rule, effects) -> addRule(blocks, rule, effects));
        return MarkdownSection.of(heading, noun, blocks);
    }

    private void addRule(List<Block> blocks, EffectRule rule, List<Effect> effects) {
        String open = "**" + rule.word() + "** (" + effects.size() + "): "
                + EffectText.of(rule).meaning() + "\n\n";
        int first = Math.min(OPEN, effects.size());
        blocks.add(block(effects.subList(0, first), open, "\n"));
        if (first < effects.size()) {
            String fold = details((effects.size() - first) + " more");
            blocks.add(block(effects.subList(first, effects.size()), fold, "\n" + END));
        }
    }

    /** Prints no more than can have room. */
    private Block block(List<Effect> effects, String open, String close) {
        List<String> items =
                effects.stream().limit(most).map(ReviewMarkdown::item).toList();
        return new Block(open, items, close, effects.size() - items.size());
    }

    private static String details(String summary) {
        return "<details><summary>" + summary + "</summary>\n\n";
    }

    private static String item(Effect effect) {
        return "- "
                + effect.cluster()
                        .map(name -> "in " + Markdown.code(name) + ": ")
                        .orElse("")
                + Markdown.words(effect.message())
                + step(effect)
                + effect.cause().map(ReviewMarkdown::place).orElse("")
                + "\n";
    }

    private static String step(Effect effect) {
        return effect.before().isEmpty() && effect.after().isEmpty()
                ? ""
                : " — " + name(effect.before()) + " → " + name(effect.after());
    }

    private static String name(Optional<String> name) {
        return name.map(Markdown::code).orElse("none");
    }

    private static String place(Effect.Cause cause) {
        String file = FileName.inRepository(cause.span().file().name());
        String line = Shortened.of(file, Markdown.LONGEST_NAME - 20) + ":"
                + cause.span().line();
        return " (" + (cause.removed() ? "was at " : "") + Markdown.code(line) + ")";
    }

    private MarkdownSection folded(List<Diagnostic> diagnostics, String noun) {
        List<Diagnostic> joined = TextReport.joined(diagnostics);
        String fold = details(Count.of(joined.size(), noun));
        return new MarkdownSection("", noun, false, problems(joined, fold, "\n" + END));
    }

    private List<Block> problems(List<Diagnostic> diagnostics, String open, String close) {
        if (diagnostics.isEmpty()) {
            return List.of();
        }
        List<String> texts =
                diagnostics.stream().limit(most).map(ProblemLines::of).toList();
        String fence = Markdown.fence(texts);
        int more = diagnostics.size() - texts.size();
        return List.of(new Block(open + fence + "text\n", texts, fence + "\n" + close, more));
    }
}
