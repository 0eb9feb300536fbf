package dev.waymark.maven;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The command line that renders into the folder that a check is about, with the project's own configuration. */
final class RenderCommand {
    private static final Pattern DIRECTORY =
            Pattern.compile("<outputDirectory>\\s*(.*?)\\s*</outputDirectory>", Pattern.DOTALL);

    private RenderCommand() {}

    static String of(MavenProject project, MojoExecution check) {
        List<PluginExecution> all = project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getKey().equals(check.getPlugin().getKey()))
                .flatMap(plugin -> plugin.getExecutions().stream())
                .toList();
        Optional<String> directory = all.stream()
                .filter(each -> each.getId().equals(check.getExecutionId()))
                .findFirst()
                .flatMap(RenderCommand::directory);
        String render = all.stream()
                .filter(each -> each.getGoals().contains("render"))
                .filter(each -> directory(each).equals(directory))
                .findFirst()
                .map(each -> "@" + each.getId())
                .orElse("");
        // The prefix is known to the project that the build begins with.
        return project.isExecutionRoot()
                ? "mvn waymark:render" + render
                : "mvn " + check.getGroupId() + ":" + check.getArtifactId() + ":" + check.getVersion() + ":render"
                        + render + " -pl :" + project.getArtifactId();
    }

    /** As it is configured; Maven's model gives no more than its text. */
    private static Optional<String> directory(PluginExecution execution) {
        Matcher found = DIRECTORY.matcher(String.valueOf(execution.getConfiguration()));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
