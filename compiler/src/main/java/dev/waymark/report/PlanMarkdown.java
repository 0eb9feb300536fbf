package dev.waymark.report;

import dev.waymark.kube.Ordered;
import dev.waymark.review.PlanStep;
import java.util.ArrayList;
import java.util.List;

/** Steps of a plan, each with its number, what it is about, and commands to paste. */
final class PlanMarkdown {
    private static final int MOST = 10;

    /** Half a command would be another one. */
    private static final int LONGEST_COMMAND = 1_000;

    private PlanMarkdown() {}

    static List<String> print(List<PlanStep> plan) {
        List<String> steps = new ArrayList<>();
        for (PlanStep step : plan) {
            steps.add("**%d.** %s\n\n".formatted(steps.size() + 1, Markdown.words(step.title()))
                    + details(step)
                    + commands(step));
        }
        return Ordered.list(steps);
    }

    private static String details(PlanStep step) {
        StringBuilder text = new StringBuilder();
        step.details().stream()
                .limit(MOST)
                .forEach(detail ->
                        text.append("- ").append(Markdown.words(detail)).append('\n'));
        int more = step.details().size() - MOST;
        if (more > 0) {
            text.append("- and ").append(more).append(" more\n");
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private static String commands(PlanStep step) {
        if (step.commands().isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        step.commands().stream().limit(MOST).map(PlanMarkdown::command).forEach(lines::add);
        int more = step.commands().size() - MOST;
        if (more > 0) {
            lines.add("# and " + more + " more");
        }
        String fence = Markdown.fence(lines);
        return fence + "sh\n" + String.join("\n", lines) + "\n" + fence + "\n\n";
    }

    private static String command(String command) {
        String shown = Printable.of(command);
        return shown.length() <= LONGEST_COMMAND
                ? shown
                : "# " + Count.of(1, "command") + " of " + shown.length() + " characters is too long to be shown";
    }
}
