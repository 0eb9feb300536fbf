package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that stay though no document asks for them, until they are settled. */
class SettleTest {
    private static final String SHOP = "waypoints: [{namespace: shop, consumers: [{service: cart}, {service: till}]}]";
    private static final String SMALLER = "waypoints: [{namespace: shop, consumers: [{service: cart}]}]";
    private static final String RETIRED =
            "waypoints: [{namespace: bank, phase: retire, consumers: [{service: vault}, {namespace: bank, via: apply}]}]";
    private static final String TILL = "shop/components/shop/service_till/kustomization.yaml";
    private static final String VAULT = "bank/components/bank/service_vault/kustomization.yaml";

    private final Workspace workspace;

    SettleTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void somethingLingers() throws Exception {
        write("shop", SHOP);
        write("bank", RETIRED);
        render(Mode.CAREFUL, false);
        write("shop", SMALLER);
        Files.delete(workspace.mesh().resolve("bank.yaml"));
        assertThat(render(Mode.CAREFUL, false, "bank").failed()).isFalse();
    }

    @AfterEach
    void noStageIsLeft() throws Exception {
        workspace.assertNoStageIsLeft();
    }

    private void write(String unit, String spec) throws Exception {
        Files.createDirectories(workspace.mesh());
        String document = "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: " + unit
                + "}\nspec:\n  " + spec + "\n";
        Files.writeString(workspace.mesh().resolve(unit + ".yaml"), document);
    }

    private CompileResult<WriteResult> render(Mode mode, boolean settle, String... removed) throws Exception {
        RenderOptions options = new RenderOptions(mode, settle, new TreeSet<>(List.of(removed)));
        return compiler().render(workspace.out(), options);
    }

    private MeshCompiler compiler() {
        return new MeshCompiler(CompileRequest.of(List.of(workspace.mesh().toString())));
    }

    private SortedMap<String, String> fresh() throws Exception {
        Path fresh = workspace.root().resolve("fresh");
        compiler().render(fresh, RenderOptions.of(Mode.CAREFUL));
        SortedMap<String, String> tree = FileTree.of(fresh);
        FileTree.delete(fresh);
        return tree;
    }

    @Test
    void staysInEveryRenderThatDoesNotSettle() throws Exception {
        SortedMap<String, String> stamps = FileTree.stamps(workspace.out());
        assertThat(stamps).containsKeys(TILL, VAULT, "bank/labels/bank/namespace_bank.yaml", "bank/waymark.lock");
        assertThat(workspace.read(TILL)).endsWith("patches: []\n");
        assertThat(compiler().check(workspace.out()).outcome().orElseThrow()).isEmpty();
        assertThat(render(Mode.CAREFUL, false).outcome().orElseThrow().written())
                .isEmpty();
        assertThat(FileTree.stamps(workspace.out())).isEqualTo(stamps);
    }

    @Test
    void goesWithItsFoldersWhenItIsSettled() throws Exception {
        WriteResult result = render(Mode.CAREFUL, true).outcome().orElseThrow();
        assertThat(result.removed()).contains(TILL, VAULT, "bank/waymark.lock");
        assertThat(result.written())
                .containsExactly("shop/components/shop/objects/kustomization.yaml", "shop/waymark.lock");
        assertThat(workspace.tree()).isEqualTo(fresh()).doesNotContainKey("bank/");
        assertThat(compiler().check(workspace.out()).outcome().orElseThrow()).isEmpty();
        assertThat(render(Mode.CAREFUL, true).outcome().orElseThrow().removed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DRY_RUN", "DRY_RUN_FORCED"})
    void isToldByADryRun(Mode mode) throws Exception {
        SortedMap<String, String> before = FileTree.of(workspace.root());
        WriteResult said = render(mode, true).outcome().orElseThrow();
        assertThat(FileTree.of(workspace.root())).isEqualTo(before);
        assertThat(render(Mode.CAREFUL, true).outcome()).contains(said);
    }

    @Test
    void leavesWhatSomebodyElsePutIntoAFolder() throws Exception {
        workspace.edit("bank/notes.txt", "mine");
        render(Mode.CAREFUL, true);
        assertThat(workspace.tree()).containsKeys("bank/", "bank/notes.txt").doesNotContainKeys("bank/waymark.lock");
        assertThat(FileTree.names(workspace.file("bank"))).containsExactly("notes.txt");
    }

    @Test
    void stopsBeforeWhatSomebodyEdited() throws Exception {
        workspace.edit(VAULT, "mine");
        SortedMap<String, String> before = workspace.tree();
        CompileResult<WriteResult> result = render(Mode.CAREFUL, true);
        assertThat(workspace.messages(result))
                .containsExactly("WM4006 " + VAULT + " was changed since it was rendered");
        assertThat(workspace.tree()).isEqualTo(before);
        render(Mode.FORCE, true);
        assertThat(workspace.tree()).isEqualTo(fresh());
    }

    /** What force replaces is the text: what the file is of lingers as before. */
    @Test
    void lingersAlsoIfSomebodyEditedItAndItIsReplaced() throws Exception {
        SortedMap<String, String> before = workspace.tree();
        for (String path : List.of(TILL, VAULT, "bank/labels/bank/namespace_bank.yaml")) {
            workspace.edit(path, "mine");
        }
        assertThat(render(Mode.FORCE, false).failed()).isFalse();
        assertThat(workspace.tree()).isEqualTo(before);
    }

    /** A Gateway that was edited is there all the same. */
    @Test
    void isNotForcedUponAWaypointThatServes() throws Exception {
        workspace.edit("shop/gateways/shop/gateway_waypoint.yaml", "mine");
        write("shop", "waypoints: []");
        SortedMap<String, String> before = workspace.tree();
        assertThat(workspace.messages(render(Mode.FORCE, false)))
                .containsExactly(
                        "WM4003 the waypoint shop/waypoint is gone from the documents, and labels may still point at it");
        assertThat(workspace.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void isForUnitsThatAreThereAndHaveNoDocuments(Mode mode) throws Exception {
        assertThatThrownBy(() -> render(mode, false, "post"))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("cannot remove the unit post: ");
        assertThatThrownBy(() -> render(mode, false, "shop"))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("cannot remove the unit shop: ");
    }

    @Test
    void isDroppedFromAUnitThatComesBack() throws Exception {
        write("bank", "waypoints: [{namespace: bank, consumers: [{service: vault}]}]");
        render(Mode.CAREFUL, false);
        assertThat(workspace.read("bank/waymark.lock")).doesNotContain("unit").contains("namespace bank");
        assertThat(workspace.read(VAULT)).contains("istio.io/use-waypoint: waypoint");
    }

    /** A run that settled and died has removed some files, and its lock says which others it was about to. */
    @Test
    void goesOnWhereARunThatSettledDied() throws Exception {
        SortedMap<String, String> before = workspace.tree();
        Lock lock = LockFormat.read(Files.readAllBytes(workspace.file("bank/waymark.lock")));
        SortedMap<String, Optional<String>> pending = new TreeMap<>();
        lock.files().keySet().forEach(path -> pending.put(path, Optional.empty()));
        byte[] dead = LockFormat.write(new Lock(lock.files(), pending, lock.lingering()));
        workspace.edit("bank/waymark.lock", new String(dead, StandardCharsets.UTF_8));
        FileTree.delete(workspace.file("bank/components"));
        assertThat(compiler().check(workspace.out()).failed()).isTrue();
        SortedMap<String, String> left = workspace.tree();
        render(Mode.CAREFUL, true);
        assertThat(workspace.tree()).isEqualTo(fresh());
        FileTree.delete(workspace.out());
        FileTree.write(left, workspace.out());
        render(Mode.CAREFUL, false);
        assertThat(workspace.tree())
                .containsKeys("bank/labels/bank/namespace_bank.yaml")
                .doesNotContainKey(VAULT);
        assertThat(workspace.tree().get("bank/waymark.lock")).doesNotContain("pending");
        assertThat(before).containsKey(VAULT);
    }
}
