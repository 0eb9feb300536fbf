package dev.waymark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.delivery.Owner.Way;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a part may be applied beside its owner: what the compiler says, and what would come of it. */
class SafetyMatrixTest {
    /** A row of the table. */
    record Row(Tree fields) {
        Way owner() {
            return Way.valueOf(fields.text("owner"));
        }

        String engine() {
            return fields.text("engine");
        }

        String outcome() {
            return fields.text("outcome");
        }

        boolean harmed() {
            return fields.value("harmed").equals(true);
        }

        @Override
        public String toString() {
            return owner() + " and " + engine();
        }
    }

    @TempDir
    private Path folder;

    static Stream<Row> rows() {
        return Yaml.tree(Resources.text("delivery/matrix.yaml")).trees("rows").stream()
                .map(Row::new);
    }

    @Test
    void everyOwnerMeetsEveryTool() {
        assertThat(rows().map(Row::toString))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Way.values())
                        .flatMap(way -> Stream.of(way + " and argo", way + " and flux"))
                        .toList());
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.fields().text("rule")).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theCompilerLooksAtTheOwner(Row row) throws Exception {
        Site site = new Site(row.engine(), folder);
        site.owner(row.owner());
        List<String> codes = site.codes(Site.ENROLLED).stream()
                .filter(code -> code.contains("WM4"))
                .distinct()
                .toList();
        assertThat(codes).isEqualTo(row.outcome().equals("rendered") ? List.of() : List.of("error " + row.outcome()));
    }

    /** A component is safe with whoever builds it, so that nobody is asked about owners. */
    @ParameterizedTest
    @MethodSource("rows")
    void aPatchIsForEveryOwner(Row row) throws Exception {
        Site site = new Site(row.engine(), folder);
        site.owner(row.owner());
        String patched = Site.ENROLLED.replace(", via: apply", "");
        assertThat(site.codes(patched)).noneMatch(code -> code.contains("WM4"));
        site.render(patched);
        assertThat(site.documents())
                .containsKeys(
                        "shop/components/shop/service_cart/kustomization.yaml",
                        "shop/components/shop/namespace_shop/kustomization.yaml")
                .doesNotContainKey("shop/labels/shop/service_cart.yaml");
    }

    /** Both go on for a while, and then we withdraw. */
    @ParameterizedTest
    @MethodSource("rows")
    void theModelKnowsWhoIsHarmed(Row row) throws Exception {
        Site site = new Site(row.engine(), folder);
        Owner owner = site.owner(row.owner());
        site.deliver(Site.ENROLLED);
        boolean lost = isOwnersLost(site);
        rewrite(owner);
        lost |= site.ours(Site.NAMESPACE).isEmpty() || site.ours(Site.SERVICE).isEmpty();
        site.sync();
        lost |= isOwnersLost(site);
        rewrite(owner);
        site.deliver(Site.EMPTY);
        site.sync();
        lost |= isOwnersLost(site) || !site.ours(Site.NAMESPACE).isEmpty();
        assertThat(lost).isEqualTo(row.harmed());
        assertThat(site.cluster().deleted()).isEmpty();
    }

    private static void rewrite(Owner owner) {
        owner.write(Site.NAMESPACE, Site.fields(""));
        owner.write(Site.SERVICE, Site.fields("spec: {ports: [{port: 80}]}"));
    }

    private static boolean isOwnersLost(Site site) {
        return site.team(Site.NAMESPACE).isEmpty() || site.team(Site.SERVICE).isEmpty();
    }
}
