package dev.waymark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.source.Source.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path root;

    SourceReaderTest(@TempDir Path root) {
        this.root = root;
    }

    private String file(String path, String text) throws IOException {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String file(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        return Files.write(file, bytes).toString();
    }

    private String folder(String path) {
        return root.resolve(path).toString();
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }

    private static List<Source> read(Predicate<String> wanted, String... inputs) throws InputException {
        return new SourceReader(FileTree.work(), InputStream.nullInputStream(), wanted)
                .read(List.of(inputs)).stream()
                        .flatMap(input -> input.sources().stream())
                        .toList();
    }

    /** The names of what is read, relative to the folder of the test. */
    private List<String> names(String... inputs) throws InputException {
        return read(text -> true, inputs).stream()
                .map(source -> source.file().name().replace(root + "/", ""))
                .toList();
    }

    private Source only(byte[] bytes) throws IOException, InputException {
        return read(text -> true, file("mesh.yaml", bytes)).get(0);
    }

    private static byte[] bytes(Object... parts) {
        List<Byte> bytes = new ArrayList<>();
        for (Object part : parts) {
            byte[] some = part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8);
            for (byte each : some) {
                bytes.add(each);
            }
        }
        byte[] all = new byte[bytes.size()];
        for (int index = 0; index < all.length; index++) {
            all[index] = bytes.get(index);
        }
        return all;
    }

    @Test
    void aFolderGivesItsYamlFilesByName() throws Exception {
        for (String path : List.of("b.yml", "a.yaml", "c/d/e.yaml", "c/d.yml", "c.json", "c/README.md", "yaml")) {
            file("mesh/" + path, "");
        }
        assertThat(names(folder("mesh")))
                .containsExactly("mesh/a.yaml", "mesh/b.yml", "mesh/c/d.yml", "mesh/c/d/e.yaml");
    }

    @Test
    void theEndOfANameIsReadAsItStands() throws Exception {
        for (String path : List.of("a.YAML", "b.yaml.bak", "c.yaml~", "d.yamls", "e.tar.yaml")) {
            file("mesh/" + path, "");
        }
        assertThat(names(folder("mesh"))).containsExactly("mesh/e.tar.yaml");
    }

    @Test
    void hiddenFoldersAreLeftOut() throws Exception {
        file("mesh/.git/a.yaml", "");
        file("mesh/b/.cache/c/d.yaml", "");
        file("mesh/b/e.yaml", "");
        assertThat(names(folder("mesh"))).containsExactly("mesh/b/e.yaml");
    }

    @Test
    void hiddenFilesAreLeftOutUnlessTheyAreNamed() throws Exception {
        String hidden = file("mesh/.a.yaml", "");
        link("mesh/.#b.yaml", "somebody@somewhere.1234");
        assertThat(names(folder("mesh"))).isEmpty();
        assertThat(names(hidden)).containsExactly("mesh/.a.yaml");
    }

    @Test
    void aFolderMayBeNamedLikeAFile() throws Exception {
        file("mesh/a.yaml/b.yaml", "");
        assertThat(names(folder("mesh"))).containsExactly("mesh/a.yaml/b.yaml");
    }

    @Test
    void aHiddenFolderThatIsNamedIsRead() throws Exception {
        file(".mesh/a.yaml", "");
        file(".mesh/.git/b.yaml", "");
        assertThat(names(folder(".mesh"))).containsExactly(".mesh/a.yaml");
    }

    @Test
    void anEmptyFolderGivesNothing() throws Exception {
        Files.createDirectory(root.resolve("mesh"));
        assertThat(names(folder("mesh"))).isEmpty();
    }

    @Test
    void aFileThatIsNamedMayHaveAnyName() throws Exception {
        assertThat(names(file("mesh.txt", ""))).containsExactly("mesh.txt");
    }

    @Test
    void inputsKeepTheirOrder() throws Exception {
        file("mesh/z.yaml", "");
        assertThat(names(file("b.yaml", ""), folder("mesh"), file("a.yaml", "")))
                .containsExactly("b.yaml", "mesh/z.yaml", "a.yaml");
    }

    @Test
    void onlyWhatIsWantedIsTakenFromAFolder() throws Exception {
        file("mesh/ours.yaml", "waymark.dev/ here");
        String foreign = file("mesh/theirs.yaml", "kind: Namespace");
        Predicate<String> wanted = text -> text.contains("waymark.dev/");
        assertThat(read(wanted, folder("mesh"))).hasSize(1).noneMatch(Source::named);
        assertThat(read(wanted, foreign)).hasSize(1).allMatch(Source::named);
    }

    @Test
    void whatAnInputHoldsIsKnownForEachOfThem() throws Exception {
        String named = file("mesh/a.yaml", "");
        List<Input> inputs = new SourceReader(FileTree.work(), InputStream.nullInputStream(), text -> false)
                .read(List.of(named, folder("mesh")));
        assertThat(inputs).extracting(Input::name).containsExactly(named, folder("mesh"));
        assertThat(inputs.get(0).sources()).hasSize(1);
    }

    @Test
    void aFileThatIsReachedTwiceIsReadOnce() throws Exception {
        String named = file("mesh/a.yaml", "");
        file("mesh/b.yaml", "");
        List<Source> sources = read(text -> true, named, folder("mesh"), named, folder("mesh/../mesh"));
        assertThat(sources).hasSize(6);
        assertThat(new HashSet<>(sources)).hasSize(2);
        assertThat(names(named, folder("mesh/../mesh")))
                .containsExactly("mesh/a.yaml", "mesh/a.yaml", "mesh/../mesh/b.yaml");
    }

    @Test
    void aFileThatIsReachedThroughALinkIsReadOnce() throws Exception {
        file("mesh/b.yaml", "");
        link("mesh/a.yaml", "b.yaml");
        link("again", "mesh");
        assertThat(names(folder("mesh"), folder("again"))).containsOnly("mesh/a.yaml");
    }

    @Test
    void aFileThatAFolderDidNotWantIsReadWhereItIsNamed() throws Exception {
        String named = file("mesh/a.yaml", "kind: Namespace");
        assertThat(read(text -> false, folder("mesh"), named)).hasSize(1).allMatch(Source::named);
    }

    @Test
    void theFolderOfAFileIsTheRealOneHoweverItIsNamed() throws Exception {
        file("mesh/a.yaml", "");
        link("link.yaml", "mesh/a.yaml");
        for (String input : List.of("mesh", "mesh/a.yaml", "link.yaml", "mesh/../mesh/a.yaml")) {
            assertThat(read(text -> true, folder(input)))
                    .extracting(source -> source.file().folder())
                    .containsExactly(root.toRealPath().resolve("mesh").toString());
        }
    }

    @Test
    void linksToFilesAndFoldersAreFollowed() throws Exception {
        file("elsewhere/folder/a.yaml", "");
        file("elsewhere/file.yaml", "");
        Files.createDirectory(root.resolve("mesh"));
        link("mesh/folder", "../elsewhere/folder");
        link("mesh/file.yaml", "../elsewhere/file.yaml");
        assertThat(names(folder("mesh"))).containsExactly("mesh/file.yaml", "mesh/folder/a.yaml");
    }

    @Test
    void aLinkBackToItsOwnFolderIsAnError() throws Exception {
        file("mesh/a/b.yaml", "");
        link("mesh/a/back", "..");
        assertThatThrownBy(() -> names(folder("mesh")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "cannot read " + folder("mesh") + ": a symbolic link leads back to " + folder("mesh/a/back"));
    }

    @Test
    void whatIsMissingIsAnError() {
        assertThatThrownBy(() -> names(folder("mesh.yaml")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read " + folder("mesh.yaml") + ": no such file or folder");
    }

    @Test
    void aLinkToNowhereIsAnError() throws Exception {
        link("mesh.yaml", "nowhere");
        assertThatThrownBy(() -> names(folder("mesh.yaml")))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("mesh.yaml: no such file or folder");
        Files.createDirectory(root.resolve("mesh"));
        link("mesh/a.yaml", "nowhere");
        assertThatThrownBy(() -> names(folder("mesh")))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read " + folder("mesh/a.yaml") + " -> nowhere: no such file or folder");
    }

    @Test
    void aNameThatIsNoPathIsAnError() {
        assertThatThrownBy(() -> names("mesh\0.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read mesh\0.yaml: not a path");
    }

    @Test
    void standardInputIsRead() throws Exception {
        InputStream input = new ByteArrayInputStream(bytes(MARK, "a: 😀"));
        Source source = new SourceReader(FileTree.work(), input, text -> false)
                .read(List.of("-"))
                .get(0)
                .sources()
                .get(0);
        assertThat(source.file().name()).isEqualTo("-");
        assertThat(source.file().text()).isEqualTo("a: 😀");
        assertThat(source.named()).isTrue();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws Exception {
        assertThat(only(bytes(MARK, "a: 1")).file().text()).isEqualTo("a: 1");
        assertThat(only(MARK).file().text()).isEmpty();
        assertThat(only(bytes(MARK, MARK)).file().text()).isEqualTo("\uFEFF");
        assertThat(only(bytes(MARK, "a: 1")).damage()).isEmpty();
    }

    @Test
    void theTextIsAsItStands() throws Exception {
        String text = "a:\t\"ä😀\"\r\nb: \u0007\r\n";
        assertThat(only(bytes(text)).file().text()).isEqualTo(text);
    }

    /** Latin-1, an overlong form, a surrogate, a sequence that is cut off, a number beyond Unicode. */
    @ParameterizedTest
    @CsvSource({"E4", "C0 AF", "ED A0 80", "F0 9F 98", "F4 90 80 80", "80", "FF FE"})
    void bytesThatAreNotUtf8AreDamageWhereTheyBegin(String hex) throws Exception {
        String[] digits = hex.split(" ", -1);
        byte[] broken = new byte[digits.length];
        for (int index = 0; index < digits.length; index++) {
            broken[index] = (byte) Integer.parseInt(digits[index], 16);
        }
        Source source = only(bytes(MARK, "a: 😀 ", broken));
        assertThat(source.damage()).contains(new Damage(Source.Kind.NOT_UTF8, 5));
        assertThat(source.file().text()).isEqualTo("a: 😀 ");
        assertThat(only(bytes("a: 😀 ", broken, "\nb: 2")).damage()).contains(new Damage(Source.Kind.NOT_UTF8, 5));
    }

    @Test
    void aDamagedFileOfAFolderIsFoundByItsWords() throws Exception {
        file("mesh/a.yaml", bytes("kind: ", new byte[] {(byte) 0xE4}, " waymark.dev/v1alpha1"));
        file("mesh/b.yaml", bytes("kind: ", new byte[] {(byte) 0xE4}));
        List<Source> found = read(text -> text.contains("waymark.dev/"), folder("mesh"));
        assertThat(found).hasSize(1).allMatch(source -> source.damage().isPresent());
    }

    @Test
    void aFileOfSixteenMebibytesIsRead() throws Exception {
        Source source = read(text -> true, sparse(16L << 20)).get(0);
        assertThat(source.damage()).isEmpty();
        assertThat(source.file().text()).hasSize(16 << 20);
    }

    @Test
    void aByteMoreIsTooLarge() throws Exception {
        Source source = read(text -> true, sparse((16L << 20) + 1)).get(0);
        assertThat(source.damage()).contains(new Damage(Source.Kind.TOO_LARGE, 0));
        assertThat(source.file().text()).isEmpty();
    }

    /** A file of that many bytes, all zero, that takes no room. */
    private String sparse(long length) throws IOException {
        Path path = root.resolve("large.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
        return path.toString();
    }
}
