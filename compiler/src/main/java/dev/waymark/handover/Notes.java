package dev.waymark.handover;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.OwnersPatch.Place;
import java.util.List;
import java.util.stream.Stream;

/** What an owner should know of each way, and what no tool would say. */
record Notes(ObjectRef object) {
    private static final String LAST_RESORT =
            "No repository knows of it: whoever creates or replaces the object anew drops it without a word.";
    private static final String FLUX_TAKES_BACK =
            "Where Flux applies the object, its next run takes back what kubectl wrote, unless `--field-manager="
                    + "flux-client-side-apply` stands behind the command.";

    List<String> of(Place place) {
        return switch (place) {
            case KUSTOMIZATION -> ofKustomization();
            case FLUX_KUSTOMIZATION -> ofFlux();
            case APPLICATION -> ofApplication();
            case HELM_RELEASE -> ofHelmRelease();
        };
    }

    private List<String> ofKustomization() {
        Stream<String> always = Stream.of(
                "Lists that the file has already are extended. The replacement writes a label onto itself: the build fails "
                        + "where the patch missed.",
                "Not caught: `labels:` or a later patch with the same key wins, here or in a kustomization above.");
        Stream<String> named = Stream.of(
                "`name` is that of the manifest: `namePrefix` and `nameSuffix` of this file come later.",
                "The namespace tells it from others of its name. Where `namespace:` of this file sets what the manifest "
                        + "leaves out, take `namespace` out of `target`; where nothing sets it, out of `source` and "
                        + "`select`, too.");
        return inNamespace() ? Stream.concat(always, named).toList() : always.toList();
    }

    private List<String> ofFlux() {
        return ofController(
                "Flux is Ready",
                "It runs behind `patches` of the kustomization.yaml at `spec.path`; `labels:` there, and `commonMetadata` "
                        + "of this object, win with the same key.");
    }

    private List<String> ofApplication() {
        return ofController(
                "Argo CD is Synced",
                "`labels:` of the kustomization.yaml, and `commonLabels` beside `patches`, win with the same key. Only a "
                        + "source with a kustomization.yaml reads `kustomize`.");
    }

    /**
     * Where a controller adds patches to a kustomization.
     *
     * @param state that it shows although a patch missed
     * @param winner what else sets the same key
     */
    private List<String> ofController(String state, String winner) {
        return Stream.concat(Stream.of(missed(state), winner), leniency().stream())
                .toList();
    }

    /** Prefixes pass over Namespaces. */
    private String missed(String state) {
        return "Not caught: it misses in silence, and " + state
                + " all the same, if the object is renamed or moves away"
                + (inNamespace() ? ", or where the manifest has another name than a `namePrefix` makes of it." : ".");
    }

    private List<String> leniency() {
        return inNamespace() && !object.namespace().equals("default")
                ? List.of(
                        "`default` stands for manifests that leave their namespace to the tool: Kustomize takes them for "
                                + "that. Take it out where an object of the same name lies in the namespace `default`.")
                : List.of();
    }

    List<String> ofManagedNamespace() {
        return List.of(
                "`CreateNamespace=true` makes Argo CD create the namespace of `spec.destination`, and label it at every sync: "
                        + "`managedNamespaceMetadata` does nothing without it, and nothing for another namespace.",
                "These labels are all that it holds: keep those that stand there already, since one that is left out is "
                        + "removed.",
                "Not caught: a manifest of the Namespace in the Application wins, without a word. Where the namespace was made "
                        + "by `kubectl apply`, the first sync removes labels that only that command set.",
                "Two Applications that create one namespace wipe each other's labels: write them in one.");
    }

    private List<String> ofHelmRelease() {
        Stream<String> about = Stream.of(
                "Not caught: it misses in silence, and the release is Ready all the same, if a new version of the chart "
                        + "renames the object.",
                "Helm without Flux: `waymark inject" + (inNamespace() ? " --namespace " + object.namespace() : "")
                        + "` as its post-renderer puts the same labels in; with `--complete` it fails where the chart lacks "
                        + "an object that the intents name.");
        Stream<String> created = object.kind() == Kind.NAMESPACE
                ? Stream.of("A namespace that `createNamespace` makes is in no chart, so that nothing here reaches it.")
                : leniency().stream();
        return Stream.concat(about, created).toList();
    }

    List<String> ofKubectl() {
        String overwriting = object.kind().isWorkload()
                ? "A patch overwrites a label that says something else: look first."
                : "Without `--overwrite` kubectl refuses where the key has another value already.";
        return List.of(LAST_RESORT, FLUX_TAKES_BACK, overwriting);
    }

    private boolean inNamespace() {
        return object.kind() != Kind.NAMESPACE;
    }
}
