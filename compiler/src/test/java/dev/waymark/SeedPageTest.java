package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Intents;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.SeedPage;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first sample says the whole of Istio's page on waypoints: every field of the page comes out of it. */
class SeedPageTest {
    private static final Additions ADDITIONS = new Additions("bookinfo");

    @TempDir
    private Path temporary;

    private Rendering bookinfo;

    @BeforeEach
    void render() throws Exception {
        bookinfo = Rendering.of(Intents.SAMPLES.resolve("bookinfo"), temporary.resolve("out"));
    }

    @Test
    void gatewaysAreThoseOfThePage() throws Exception {
        assertThat(bookinfo.documents("Gateway")).hasSameSizeAs(SeedPage.gateways());
        for (Tree gateway : SeedPage.gateways()) {
            ADDITIONS.assertAllThatDiffers(rendered(gateway.name()), gateway);
        }
    }

    @Test
    void gatewaysAreThoseThatIstioctlPrints() throws Exception {
        for (Tree command : SeedPage.commands()) {
            List<String> arguments = command.texts("arguments");
            Tree printed = IstioctlCase.like(arguments).gateway(arguments);
            ADDITIONS.assertAllThatDiffers(rendered(command.text("gateway")), printed);
        }
    }

    @Test
    void labelsAreThoseOfThePage() throws Exception {
        List<Tree> objects = new ArrayList<>(Yaml.trees(SeedPage.owner()));
        for (String collection : List.of("objects", "namespace")) {
            for (String path : component(collection).texts("components")) {
                patch(objects, component(path.replace("../", "")));
            }
        }
        objects.addAll(bookinfo.documents("ServiceEntry"));
        assertThat(SeedPage.labelsOn(objects)).containsExactlyInAnyOrderElementsOf(SeedPage.labels());
    }

    @Test
    void nothingButLabelsIsPatched() throws Exception {
        for (Tree component : bookinfo.documents("Component")) {
            for (Tree patch : component.trees("patches")) {
                assertThat(Yaml.tree(patch.text("patch")).leaves().keySet())
                        .allMatch(pointer -> pointer.matches("/apiVersion|/kind|/metadata/name|.*/labels/istio[^/]*"));
            }
        }
    }

    private Tree rendered(String gateway) throws Exception {
        return bookinfo.documents("Gateway").stream()
                .filter(document -> document.name().equals(gateway))
                .findFirst()
                .orElseThrow();
    }

    private Tree component(String folder) throws Exception {
        return Yaml.tree(bookinfo.file("bookinfo/components/default/" + folder + "/kustomization.yaml"));
    }

    /** As Kustomize does: lays each patch over the one object that its target selects. */
    private static void patch(List<Tree> objects, Tree component) {
        for (Tree patch : component.trees("patches")) {
            List<Tree> selected = objects.stream()
                    .filter(object -> selects(patch.at("target"), object))
                    .toList();
            assertThat(selected).hasSize(1);
            Tree change = Yaml.tree(patch.text("patch"));
            objects.replaceAll(object -> object.equals(selected.get(0)) ? object.merge(change) : object);
        }
    }

    private static boolean selects(Tree target, Tree object) {
        return target.text("kind").equals(object.text("kind")) && object.name().matches(target.text("name"));
    }
}
