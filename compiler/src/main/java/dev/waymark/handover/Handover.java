package dev.waymark.handover;

import dev.waymark.kube.Kind;
import dev.waymark.kube.LabelPatch;
import dev.waymark.kube.ManagedNamespace;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.OwnersPatch;
import dev.waymark.kube.OwnersPatch.Place;
import dev.waymark.kube.Resource;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.render.ManifestPrinter;
import java.util.List;
import java.util.stream.Stream;

/** All ways in which the owner of an object can carry its labels, the best first. */
public final class Handover {
    private final ManifestPrinter printer = new ManifestPrinter();
    private final ObjectRef object;
    private final Marks marks;
    private final Notes notes;

    /** @param labelled an object that has labels of ours */
    public Handover(LabelledObject labelled) {
        this.object = labelled.object();
        this.marks = labelled.marks();
        this.notes = new Notes(object);
    }

    /** Those that fit the object's kind. */
    public List<Snippet> snippets() {
        Stream<Snippet> patches = Stream.of(
                patch("Kustomize: in the kustomization.yaml that builds it", Place.KUSTOMIZATION),
                patch("Flux: in the Kustomization that applies it", Place.FLUX_KUSTOMIZATION),
                patch("Argo CD: in the Application that syncs it from Kustomize", Place.APPLICATION));
        Stream<Snippet> created = object.kind() == Kind.NAMESPACE ? Stream.of(created()) : Stream.empty();
        Stream<Snippet> others =
                Stream.of(patch("Helm by Flux: in the HelmRelease that installs it", Place.HELM_RELEASE), kubectl());
        return Stream.of(patches, created, others).flatMap(all -> all).toList();
    }

    private Snippet patch(String title, Place place) {
        return yaml(title, new OwnersPatch(place, object, marks), notes.of(place));
    }

    private Snippet created() {
        return yaml(
                "Argo CD: in the Application that creates it",
                new ManagedNamespace(object.name(), marks),
                notes.ofManagedNamespace());
    }

    private Snippet yaml(String title, Resource part, List<String> about) {
        return new Snippet(title, "yaml", printer.print(part), about);
    }

    private Snippet kubectl() {
        KubectlCommands commands = new KubectlCommands(object, marks);
        String text = object.kind().isWorkload()
                ? commands.patch(printer.print(new LabelPatch(object, marks)))
                : commands.label();
        return new Snippet("kubectl: the last resort", "sh", text, notes.ofKubectl());
    }
}
