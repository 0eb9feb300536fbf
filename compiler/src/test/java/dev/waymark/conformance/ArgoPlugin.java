package dev.waymark.conformance;

import dev.waymark.testing.FileTree;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plugin of the sample, as Argo CD's server of plugins treats one ({@code cmpserver/plugin/plugin.go}).
 *
 * @param spec that of its {@code plugin.yaml}
 */
record ArgoPlugin(Tree spec) {
    static final Path SAMPLE =
            Path.of("../samples/argocd-plugin").toAbsolutePath().normalize();

    private static final Pattern VARIABLE = Pattern.compile("PARAM_[A-Z0-9_]+");

    static ArgoPlugin read() throws IOException {
        Tree file = Yaml.tree(Files.readString(SAMPLE.resolve("argocd/plugin.yaml")));
        return new ArgoPlugin(file.at("spec"));
    }

    /** Is this folder of an Application's source for the plugin ({@code matchRepository})? */
    boolean matches(Path source) throws IOException {
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + spec.at("discover").text("fileName"));
        return FileTree.names(source).stream().anyMatch(name -> matcher.matches(Path.of(name)));
    }

    /** What is run for the manifests of an Application. */
    List<String> command() {
        Tree generate = spec.at("generate");
        return Stream.of("command", "args")
                .flatMap(key -> generate.texts(key).stream())
                .toList();
    }

    /** The variables of parameters that the command reads. */
    List<String> variables() {
        return VARIABLE.matcher(String.join(" ", command()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    List<String> announcedVariables() {
        return spec.at("parameters").trees("static").stream()
                .map(parameter -> variable(parameter.text("name")))
                .toList();
    }

    /** What Argo CD adds to the environment of the sidecar; a parameter that is empty is left out. */
    static Map<String, String> environment(Map<String, String> parameters) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ARGOCD_APP_NAME", "shops");
        environment.put("ARGOCD_APP_NAMESPACE", "default");
        environment.put("ARGOCD_APP_PROJECT_NAME", "mesh");
        environment.put("ARGOCD_APP_REVISION", "4f1c0e7a5b0d8c1f6a3e2d9b8c7f6e5d4c3b2a19");
        environment.put("ARGOCD_APP_SOURCE_PATH", "mesh");
        environment.put("ARGOCD_APP_SOURCE_REPO_URL", "https://git.example.com/platform/mesh.git");
        environment.put("ARGOCD_APP_SOURCE_TARGET_REVISION", "main");
        environment.put("KUBE_VERSION", "1.35.2");
        environment.put("KUBE_API_VERSIONS", "v1,apps/v1,gateway.networking.k8s.io/v1");
        environment.put("ARGOCD_APP_PARAMETERS", json(parameters));
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                environment.put(variable(name), value);
            }
        });
        return environment;
    }

    private static String variable(String parameter) {
        return "PARAM_" + parameter.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String json(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> "{\"name\":\"" + entry.getKey() + "\",\"string\":\"" + entry.getValue() + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The objects that the sample has beside it for one layer of one cluster. */
    static List<Tree> expected(String cluster, String layer) throws IOException {
        List<Tree> objects = new ArrayList<>();
        Path folder = SAMPLE.resolve("expected").resolve(cluster);
        for (Map.Entry<String, String> file : FileTree.of(folder).entrySet()) {
            if (file.getKey().matches("[^/]+/" + layer + "/[^/]+/.*\\.yaml")) {
                objects.add(Yaml.tree(Files.readString(folder.resolve(file.getKey()))));
            }
        }
        return objects;
    }
}
