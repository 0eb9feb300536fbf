package dev.waymark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.delivery.Owner.Way;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people lost objects and labels by: it happens in the model once a guard is taken out, and not before. */
class DisasterTest {
    private static final String OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String POLICY = "kustomize.toolkit.fluxcd.io/ssa";
    private static final String PRUNE = "kustomize.toolkit.fluxcd.io/prune";
    private static final String USE = FieldSet.LABELS + "istio.io/use-waypoint";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"argo", "flux"})
    void everythingIsFineWithAllGuards(String engine) throws Exception {
        Site site = new Site(engine, folder);
        Owner owner = site.owner(Way.HELM);
        site.deliver(Site.ENROLLED);
        assertThat(site.ours(Site.NAMESPACE)).containsEntry(USE, "waypoint");
        assertThat(site.ours(Site.SERVICE)).containsEntry(USE, "waypoint");
        owner.write(Site.NAMESPACE, Site.fields("").withLabel("team", "blue"));
        site.deliver(Site.EMPTY);
        site.sync();
        assertThat(site.ours(Site.NAMESPACE)).isEmpty();
        assertThat(site.ours(Site.SERVICE)).isEmpty();
        assertThat(site.team(Site.NAMESPACE)).isEqualTo("blue");
        assertThat(site.team(Site.SERVICE)).isEqualTo("red");
        assertThat(site.cluster().deleted()).isEmpty();
    }

    /** One field manager stands for both, so that each takes what the other one applied for its own. */
    @ParameterizedTest
    @ValueSource(strings = {"argo", "flux"})
    void twoUnitsOnOneObjectWipeEachOther(String engine) throws Exception {
        Site site = new Site(engine, folder);
        site.owner(Way.HELM);
        site.deliver(Site.ENROLLED);
        DeliveryTool rival = rival(site);
        rival.sync("apps-gateways", false);
        assertThat(site.ours(Site.NAMESPACE)).isEmpty();
        assertThat(cost(site)).isEqualTo("7");
        site.sync();
        assertThat(site.ours(Site.NAMESPACE)).isNotEmpty();
        assertThat(cost(site)).isEmpty();
    }

    /** The guard against it: a part of what another unit of the tool owns is not rendered at all. */
    @ParameterizedTest
    @ValueSource(strings = {"argo", "flux"})
    void aPartBesideAnotherUnitIsRefused(String engine) throws Exception {
        Site site = new Site(engine, folder);
        site.owner(Way.HELM);
        site.deliver(Site.ENROLLED);
        assertThat(site.codes(Site.ENROLLED)).doesNotContain("error WM4001");
        rival(site).sync("apps-gateways", false);
        assertThat(site.codes(Site.ENROLLED)).contains("error WM4001");
    }

    private static String cost(Site site) {
        return site.cluster().get(Site.NAMESPACE).label("cost-centre");
    }

    /** A unit of the same tool that renders the Namespace too, with a label of its own. */
    private static DeliveryTool rival(Site site) {
        SortedMap<String, Tree> documents = new TreeMap<>();
        site.documents().forEach((path, document) -> {
            if (path.contains("shop-gateways") || path.equals("shop/gateways/kustomization.yaml")) {
                Tree renamed = path.endsWith("kustomization.yaml")
                        ? Site.with(document, "resources", List.of("namespace.yaml"))
                        : Site.with(
                                document,
                                "metadata",
                                Site.with(document.at("metadata"), "name", "apps-gateways")
                                        .map());
                documents.put(path, renamed);
            }
        });
        documents.put(
                "shop/gateways/namespace.yaml",
                Yaml.tree("{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {cost-centre: \"7\"}}}"));
        DeliveryTool tool = DeliveryTool.of(site.engine(), site.cluster());
        tool.follow(new Repository(documents));
        return tool;
    }

    /** Two guards hold: the unit does not prune, and the object forbids it; either of them is enough. */
    @Test
    void fluxPrunesTheObjectWithItsPart() throws Exception {
        UnaryOperator<Tree> pruning = Site.spec("labels", spec -> Site.with(spec, "prune", true));
        assertThat(lostWithThePart("flux", Site.without(PRUNE))).isEmpty();
        assertThat(lostWithThePart("flux", pruning)).isEmpty();
        assertThat(lostWithThePart("flux", both(pruning, Site.without(PRUNE)))).contains(Site.NAMESPACE, Site.SERVICE);
    }

    @Test
    void argoPrunesTheObjectWithItsPart() throws Exception {
        Tree automated = new Tree(Map.of("syncPolicy", Map.of("automated", Map.of("prune", true))));
        UnaryOperator<Tree> pruning = Site.spec("labels", spec -> spec.merge(automated));
        assertThat(lostWithThePart("argo", Site.without(OPTIONS))).isEmpty();
        assertThat(lostWithThePart("argo", pruning)).isEmpty();
        assertThat(lostWithThePart("argo", both(pruning, Site.without(OPTIONS))))
                .contains(Site.NAMESPACE, Site.SERVICE);
    }

    private static UnaryOperator<Tree> both(UnaryOperator<Tree> one, UnaryOperator<Tree> other) {
        return document -> other.apply(one.apply(document));
    }

    /** What is deleted when the part of the Namespace disappears from Git without a tombstone. */
    private List<ObjectKey> lostWithThePart(String engine, UnaryOperator<Tree> harm) throws Exception {
        Site site = new Site(engine, Files.createTempDirectory(folder, "site")).harmedBy(harm);
        site.owner(Way.HELM);
        site.deliver(Site.ENROLLED);
        site.commit(withoutNamespace(site));
        site.sync();
        return site.cluster().deleted();
    }

    private static SortedMap<String, Tree> withoutNamespace(Site site) {
        String path = "shop/labels/kustomization.yaml";
        SortedMap<String, Tree> documents = new TreeMap<>(site.documents());
        Tree layer = Objects.requireNonNull(documents.get(path));
        List<String> kept = new ArrayList<>(layer.texts("resources"));
        assertThat(kept.remove("shop/namespace_shop.yaml")).isTrue();
        documents.put(path, Site.with(layer, "resources", kept));
        return documents;
    }

    /** Flux takes over what kubectl owns, unless it is told to merge. */
    @Test
    void fluxTakesTheLabelsOfWhoUsesKubectlApply() throws Exception {
        assertThat(teamAfter("flux", UnaryOperator.identity())).isEqualTo("red");
        assertThat(teamAfter("flux", Site.without(POLICY))).isEmpty();
    }

    /** Nothing that can be rendered keeps kubectl from it, so that the compiler refuses such a part. */
    @Test
    void argoTakesTheLabelsOfWhoUsesKubectlApply() throws Exception {
        assertThat(teamAfter("argo", UnaryOperator.identity())).isEmpty();
        Site site = new Site("argo", folder);
        site.owner(Way.KUBECTL_APPLY);
        assertThat(site.codes(Site.ENROLLED)).contains("error WM4001");
        Site other = new Site("argo", folder);
        other.owner(Way.CREATE);
        assertThat(other.codes(Site.ENROLLED)).doesNotContain("error WM4001");
    }

    private String teamAfter(String engine, UnaryOperator<Tree> harm) throws Exception {
        Site site = new Site(engine, Files.createTempDirectory(folder, "site")).harmedBy(harm);
        site.owner(Way.KUBECTL_APPLY);
        site.deliver(Site.ENROLLED);
        return site.team(Site.NAMESPACE);
    }

    /** The first run takes the guards away with our labels, and the second one the labels of the owner. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTombstoneNeedsItsGuardsUnderFlux(boolean guarded) throws Exception {
        Site site = new Site("flux", folder);
        site.owner(Way.KUBECTL_APPLY);
        site.deliver(Site.ENROLLED);
        site.harmedBy(guarded ? UnaryOperator.identity() : Site.without(POLICY, PRUNE));
        site.deliver(Site.EMPTY);
        assertThat(site.ours(Site.NAMESPACE)).isEmpty();
        assertThat(site.team(Site.NAMESPACE)).isEqualTo("red");
        site.sync();
        assertThat(site.team(Site.NAMESPACE)).isEqualTo(guarded ? "red" : "");
    }

    /** Rendered Applications have no finalizer; where somebody adds it, the annotation still holds. */
    @Test
    void anApplicationCascades() throws Exception {
        assertThat(lostWithTheApplication(UnaryOperator.identity())).isEmpty();
        assertThat(lostWithTheApplication(DisasterTest::finalized)).isEmpty();
        assertThat(lostWithTheApplication(Site.without(OPTIONS))).isEmpty();
        assertThat(lostWithTheApplication(both(DisasterTest::finalized, Site.without(OPTIONS))))
                .contains(Site.NAMESPACE, Site.SERVICE);
    }

    private List<ObjectKey> lostWithTheApplication(UnaryOperator<Tree> harm) throws Exception {
        return lostWith("argo", "shop/argocd/application_shop-labels.yaml", harm);
    }

    /** What is deleted when the object that delivers the labels leaves the repository. */
    private List<ObjectKey> lostWith(String engine, String path, UnaryOperator<Tree> harm) throws Exception {
        Site site = new Site(engine, Files.createTempDirectory(folder, "site")).harmedBy(harm);
        site.owner(Way.HELM);
        site.deliver(Site.ENROLLED);
        SortedMap<String, Tree> documents = new TreeMap<>(site.documents());
        assertThat(documents.remove(path)).isNotNull();
        site.commit(documents);
        return site.cluster().deleted();
    }

    private static Tree finalized(Tree document) {
        Tree finalizers =
                new Tree(Map.of("metadata", Map.of("finalizers", List.of("resources-finalizer.argocd.argoproj.io"))));
        return document.text("kind").equals("Application") ? document.merge(finalizers) : document;
    }

    /** {@code deletionPolicy: Orphan} and {@code prune: Disabled}: either is enough. */
    @Test
    void aKustomizationTakesItsObjectsAlong() throws Exception {
        UnaryOperator<Tree> deleting = Site.spec("labels", spec -> Site.with(spec, "deletionPolicy", "Delete"));
        assertThat(lostWithTheKustomization(UnaryOperator.identity())).isEmpty();
        assertThat(lostWithTheKustomization(deleting)).isEmpty();
        assertThat(lostWithTheKustomization(Site.without(PRUNE))).isEmpty();
        assertThat(lostWithTheKustomization(both(deleting, Site.without(PRUNE))))
                .contains(Site.NAMESPACE, Site.SERVICE);
    }

    private List<ObjectKey> lostWithTheKustomization(UnaryOperator<Tree> harm) throws Exception {
        return lostWith("flux", "shop/flux/kustomization_shop-labels.yaml", harm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"argo", "flux"})
    void labelsBeforeGatewaysPointAtNothing(String engine) throws Exception {
        Site site = new Site(engine, folder);
        site.owner(Way.HELM);
        site.render(Site.ENROLLED);
        assertThat(site.tool().awaited("shop-labels")).contains("shop-gateways");
        ObjectKey gateway = new ObjectKey("Gateway", "shop", "waypoint");
        site.tool().sync("shop-labels", false);
        assertThat(site.ours(Site.NAMESPACE)).containsEntry(USE, "waypoint");
        assertThat(site.cluster().find(gateway)).isEmpty();
        site.tool().sync("shop-gateways", false);
        assertThat(site.cluster().find(gateway)).isPresent();
    }

    /** What is rendered into an empty directory knows of no label that it would have to take back. */
    @ParameterizedTest
    @ValueSource(strings = {"argo", "flux"})
    void withoutATombstoneALabelStays(String engine) throws Exception {
        Site site = new Site(engine, folder);
        site.owner(Way.HELM);
        site.deliver(Site.ENROLLED);
        Path fresh = Files.createDirectories(folder.resolve("fresh"));
        site.commit(Rendering.of(site.intent(Site.EMPTY), fresh).documents());
        site.sync();
        assertThat(site.ours(Site.NAMESPACE)).containsEntry(USE, "waypoint");
        site.deliver(Site.EMPTY);
        assertThat(site.ours(Site.NAMESPACE)).isEmpty();
    }

    /** A part of what is not there: Argo CD goes on with the others, Flux applies nothing of the stage. */
    @ParameterizedTest
    @ValueSource(strings = {"argo", "flux"})
    void aMissingServiceStopsFlux(String engine) throws Exception {
        Site site = new Site(engine, folder);
        Owner owner = site.owner(Way.HELM);
        ObjectKey till = new ObjectKey("Service", "shop", "till");
        owner.write(till, Site.fields("spec: {ports: [{port: 80}]}"));
        owner.delete(Site.SERVICE);
        String spec = Site.ENROLLED.replace("{service: cart", "{service: till, via: apply}, {service: cart");
        site.deliver(spec);
        assertThat(site.ours(Site.NAMESPACE)).containsEntry(USE, "waypoint");
        assertThat(site.ours(till).isEmpty()).isEqualTo(engine.equals("flux"));
        assertThat(site.codes(spec)).contains("error WM4002");
    }
}
