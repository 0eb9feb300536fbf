package dev.waymark.conformance;

import dev.waymark.CompileRequest;
import dev.waymark.MeshHandover;
import dev.waymark.MeshInjection;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Via;
import dev.waymark.reasons.TargetName;
import dev.waymark.source.InputException;
import dev.waymark.testing.Intents;
import dev.waymark.testing.Program;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An object of somebody else's, what is handed to its owner, and what must come of it. */
record HandoverCase(ObjectRef object) {
    private static final Path INTENT = Intents.EVERY_SHAPE.toAbsolutePath();
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^## ([^\\n]+)\\n\\n```(?:yaml|sh)\\n(.*?)^```$");

    static Stream<HandoverCase> all() throws InputException {
        return MeshHandover.of(CompileRequest.of(List.of(INTENT.toString()))).outcome().orElseThrow().objects().stream()
                .filter(object -> !object.marks().isEmpty() && object.via() != Via.FULL)
                .map(LabelledObject::object)
                .distinct()
                .map(HandoverCase::new);
    }

    /** The snippets that the program prints, by what their titles begin with. */
    List<Snippet> snippets(Path folder) throws Exception {
        Program.End end =
                Program.waymark(folder).run("handover", TargetName.words(object), INTENT.toString(), "--quiet");
        if (end.exitCode() != 0) {
            throw new AssertionError(end.printed());
        }
        return SNIPPET.matcher(end.printed()).results().map(Snippet::of).toList();
    }

    /** A part of what is printed. */
    record Snippet(String title, String text) {
        private static Snippet of(MatchResult found) {
            return new Snippet(found.group(1), found.group(2));
        }

        /** Its {@code patches}, as they stand in a kustomization. */
        String patches() {
            int key = text.indexOf("patches:\n");
            String margin = text.substring(text.lastIndexOf('\n', key) + 1, key);
            return text.substring(key).replace("\n" + margin, "\n");
        }

        boolean isOf(String tool) {
            return title.startsWith(tool);
        }
    }

    /** The manifest without labels of ours. */
    String manifest() {
        return manifest(object.namespace());
    }

    /** The same object of another namespace; nothing for a Namespace, which lies in none. */
    String neighbour() {
        return isNamespace() ? "" : "---\n" + manifest("elsewhere");
    }

    boolean isNamespace() {
        return object.kind() == Kind.NAMESPACE;
    }

    private String manifest(String namespace) {
        String place = isNamespace() ? "" : ", namespace: \"" + namespace + "\"";
        return "apiVersion: " + object.kind().apiVersion() + "\nkind: "
                + object.kind().kindName() + "\nmetadata: {name: \"" + object.name() + "\"" + place + "}\n" + spec();
    }

    private String spec() {
        return switch (object.kind().labelsAt()) {
            case METADATA -> "";
            case POD_TEMPLATE -> "spec: {template: {metadata: {labels: {app: own}}}}\n";
            case JOB_TEMPLATE -> "spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: own}}}}}}\n";
            case WORKLOAD_METADATA -> "spec: {metadata: {labels: {app: own}}}\n";
        };
    }

    /** What {@code inject} makes of manifests. */
    static List<Tree> injected(String manifests) throws InputException {
        CompileRequest request = CompileRequest.of(List.of(INTENT.toString()));
        String stream = new MeshInjection(manifests)
                .run(request, new MeshInjection.Options(false, false)).outcome().orElseThrow().stream()
                        .orElseThrow();
        return Yaml.trees(stream);
    }

    /** Where the object's labels of ours stand. */
    Tree labelled(Tree manifest) {
        return manifest.at(object.kind().labelsAt().metadata().toArray(String[]::new));
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
