package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Symbolic links in the output, through which a render would write and remove files somewhere else. */
class LinkTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart");

    private final Workspace workspace;

    LinkTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void aDirectoryIsRendered() throws Exception {
        workspace.render(SHOP);
        workspace.intents(CHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop",
                "shop/waymark.lock",
                "shop/enrollment",
                "shop/enrollment/shop",
                "shop/enrollment/shop/serviceentry_cart.yaml",
                "shop/enrollment/shop/serviceentry_till.yaml",
                "shop/gateways/shop/gateway_waypoint.yaml"
            })
    void stopsTheRenderAndWhatItLeadsToStays(String path) throws Exception {
        moveAndLink(path);
        for (Mode mode : Mode.values()) {
            assertThat(workspace.refused(mode)).containsExactly("WM4013 " + path + " is a symbolic link");
        }
    }

    @Test
    void stopsTheRenderWhereItLeadsNowhere() throws Exception {
        Files.createSymbolicLink(workspace.file("shop/notes.txt"), Path.of("nowhere"));
        assertThat(workspace.refused(Mode.FORCE)).containsExactly("WM4013 shop/notes.txt is a symbolic link");
    }

    @Test
    void stopsTheCheck() throws Exception {
        moveAndLink("shop/gateways");
        assertThat(workspace.compare().failed()).isTrue();
        assertThat(workspace.compare().outcome()).isEmpty();
        assertThat(workspace.messages(workspace.compare())).containsExactly("WM4013 shop/gateways is a symbolic link");
    }

    @Test
    void isRefusedBesideTheUnitsToo() throws Exception {
        Files.createSymbolicLink(workspace.file("latest"), Path.of("nowhere"));
        assertThat(workspace.intents(CHANGED).refused(Mode.FORCE)).containsExactly("WM4013 latest is a symbolic link");
        assertThat(FileTree.of(workspace.out())).containsEntry("latest", "-> nowhere");
    }

    private void moveAndLink(String path) throws IOException {
        Path target = workspace.root().resolve("target");
        Files.move(workspace.file(path), target);
        Files.createSymbolicLink(workspace.file(path), target);
    }
}
