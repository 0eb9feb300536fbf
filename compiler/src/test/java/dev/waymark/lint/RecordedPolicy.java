package dev.waymark.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.policy.Policy;
import dev.waymark.policy.TargetRef;
import dev.waymark.routing.Routing;
import dev.waymark.testing.Manifests;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy in its mesh, with what Istio's code made of it. */
record RecordedPolicy(String mesh, Subject subject, Policy policy, Tree answer) {
    static final Path FOLDER = Resources.path("policy");

    private static final String ZTUNNEL = "ZtunnelAccepted";

    static Stream<String> meshes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** All policies of a mesh. */
    static List<RecordedPolicy> all(String mesh) throws IOException {
        Inventory inventory = Manifests.inventory(Files.readString(FOLDER.resolve(mesh + ".yaml")), true);
        Subject subject = new Subject(new Routing(inventory.view(IstioVersion.of("1.31"))), inventory);
        List<RecordedPolicy> found = new ArrayList<>();
        for (Tree answer :
                Yaml.tree(Files.readString(FOLDER.resolve(mesh + ".json"))).trees("policies")) {
            found.add(new RecordedPolicy(mesh, subject, find(inventory, answer), answer));
        }
        assertThat(found).hasSize((int) Policy.all(inventory).count());
        return found;
    }

    private static Policy find(Inventory inventory, Tree answer) {
        return Policy.all(inventory)
                .filter(policy -> policy.namespace().equals(answer.text("namespace")))
                .filter(policy -> policy.id().name().equals(answer.text("name")))
                .findFirst()
                .orElseThrow();
    }

    boolean isRefused() {
        return answer.map().containsKey("refused");
    }

    /** The words of the webhook, without its prefix and without what Go's libraries say of a value. */
    List<String> refusals() {
        return answer.texts("refused").stream()
                .map(words -> words.replaceFirst("^invalid policy [^ ]+: ", "")
                        .replaceFirst("(bad (?:CIDR range|port) \\([^)]*\\)): .*", "$1")
                        .replaceFirst("(?s): 1 error occurred:\n\t\\* (bad [^)]*\\)).*", ": $1"))
                .toList();
    }

    /** What ztunnel gets; empty if it gets nothing. */
    Optional<Tree> sent() {
        return answer.map().get("sent") instanceof Map ? Optional.of(answer.at("sent")) : Optional.empty();
    }

    /** Whether the status says that ztunnel gets less than all of it. */
    boolean isCutDown() {
        return answer.trees("conditions").stream()
                .filter(condition -> condition.text("type").equals(ZTUNNEL))
                .anyMatch(condition -> !condition.text("reason").equals("Accepted"));
    }

    /** Whether what ztunnel gets does nothing, though the author asked for something. */
    boolean doesNothing() {
        boolean asked = !Fields.list(policy.object().root(), "spec", "rules").isEmpty();
        return asked
                && sent().filter(sent -> sent.text("effect").endsWith("nothing"))
                        .isPresent();
    }

    /** Whether the status says that a target is bound. */
    boolean isBound(TargetRef ref) {
        return answer.trees("conditions").stream()
                .filter(condition -> !condition.text("type").equals(ZTUNNEL))
                .allMatch(condition -> isBound(condition, ref));
    }

    private boolean isBound(Tree condition, TargetRef ref) {
        String listed = "Invalid targetRefs: ";
        String message = condition.text("message");
        if (message.startsWith(listed)) {
            String group = ref.group().isEmpty() ? "core" : ref.group();
            String word = ref.kind() + "." + group + ":" + policy.namespace() + "/" + ref.name();
            return !List.of(message.substring(listed.length()).split(", ", -1)).contains(word);
        }
        return condition.text("status").equals("True");
    }

    @Override
    public String toString() {
        return mesh + ": " + policy.id();
    }
}
