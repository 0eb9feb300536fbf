package dev.waymark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.source.Source.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSourceTest {
    private static final int ROUNDS = 300;

    private final Path root;

    ManifestSourceTest(@TempDir Path root) {
        this.root = root;
    }

    private String file(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.write(file, bytes).toString();
    }

    private String file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ManifestSource> find(String... names) throws InputException {
        return ManifestSource.find(FileTree.work(), List.of(names), InputStream.nullInputStream());
    }

    private static ManifestSource standardInput(byte[] bytes) throws InputException {
        return ManifestSource.find(FileTree.work(), List.of("-"), new ByteArrayInputStream(bytes))
                .get(0);
    }

    private static String read(ManifestSource source) throws Exception {
        return source.read(reader -> {
            StringBuilder text = new StringBuilder();
            char[] chars = new char[7];
            for (int count = reader.read(chars, 0); count >= 0; count = reader.read(chars, 0)) {
                text.append(chars, 0, count);
            }
            return text.toString();
        });
    }

    @Test
    void aFolderGivesItsManifestsByName() throws Exception {
        for (String name : List.of("b.json", "a.yml", "c/d.yaml", "c/README.md", ".hidden/e.yaml", "c/.f.yaml")) {
            file("in/" + name, "");
        }
        String folder = root.resolve("in").toString();
        assertThat(find(folder))
                .extracting(source -> source.file().name().replace(folder + "/", ""))
                .containsExactly("a.yml", "b.json", "c/d.yaml");
        assertThat(find(folder)).noneMatch(ManifestSource::named);
        assertThat(find(folder + "/c/README.md")).hasSize(1).allMatch(ManifestSource::named);
    }

    @Test
    void aFileThatIsReachedTwiceCountsOnce() throws Exception {
        String one = file("in/one.yaml", "a");
        Files.createSymbolicLink(root.resolve("in/two.yaml"), Path.of("one.yaml"));
        assertThat(find(one, root.resolve("in").toString(), one)).hasSize(1).allMatch(ManifestSource::named);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> find(root.resolve("none").toString()))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("cannot read .*none: no such file or folder");
    }

    @Test
    void theEncodingIsThatOfTheMark() throws Exception {
        String text = "a: ä𝄞\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read(standardInput(("\uFEFF" + text).getBytes(charset)))).isEqualTo(text);
        }
        assertThat(read(standardInput(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(text);
        assertThat(read(standardInput(new byte[0]))).isEmpty();
    }

    @Test
    void damageIsReportedBehindWhatIsWhole() throws Exception {
        assertDamage(
                new Damage(Source.Kind.NOT_UTF8, 5),
                standardInput(new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0xA4, ' ', (byte) 0xE4, 'b', 'c', '\n'}));
        assertDamage(new Damage(Source.Kind.NOT_UTF8, 1), standardInput(new byte[] {'a', (byte) 0xF0, (byte) 0x9F}));
        assertDamage(
                new Damage(Source.Kind.NOT_UTF16, 1),
                standardInput(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xDC, 'b', 0}));
        assertDamage(
                new Damage(Source.Kind.NOT_UTF16, 1),
                standardInput(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}));
    }

    private static void assertDamage(Damage damage, ManifestSource source) {
        assertThatThrownBy(() -> read(source))
                .isInstanceOfSatisfying(
                        DamagedTextException.class, e -> assertThat(e.damage()).isEqualTo(damage));
    }

    /** A file of two gibibytes that takes no room. */
    @Test
    @Timeout(5)
    void whatIsTooLargeIsNotEvenRead() throws Exception {
        Path path = root.resolve("large.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(1L << 31);
        }
        assertDamage(new Damage(Source.Kind.TOO_LARGE, 0), find(path.toString()).get(0));
    }

    @Test
    void whatTakesTooMuchMemoryIsNotKept() {
        Random random = new Random(1);
        InputStream noise = new InputStream() {
            @Override
            public int read() {
                return random.nextInt(256);
            }

            @Override
            public int read(byte[] target, int from, int length) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                System.arraycopy(bytes, 0, target, from, length);
                return length;
            }
        };
        assertThatThrownBy(() -> ManifestSource.find(FileTree.work(), List.of("-"), noise))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read standard input: even compressed it takes more than 128 MiB of memory;"
                        + " write it to a file, and name that");
    }

    /** Every offset, line and part of a line is what it is in a text that is held. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void placesAreThoseOfTheText(boolean pipe) throws Exception {
        Random random = new Random(20261125);
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random, random.nextInt(40), round % 50 == 0 ? 200_000 : 90);
            boolean wide = random.nextInt(4) == 0;
            byte[] bytes =
                    (wide ? "\uFEFF" + text : text).getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
            ManifestSource source =
                    pipe ? standardInput(bytes) : find(file("in.yaml", bytes)).get(0);
            assertSamePlaces(source.file(), new SourceFile("-", text), random);
        }
    }

    private static String text(Random random, int lines, int longest) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append("aä中𝄞 ".repeat(random.nextInt(longest) / 5)).append("b".repeat(random.nextInt(3)));
            text.append(List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)));
        }
        return random.nextBoolean() ? text.toString() : text.append("end").toString();
    }

    private static void assertSamePlaces(SourceFile stored, SourceFile held, Random random) {
        int length = held.text().codePointCount(0, held.text().length());
        assertThat(stored.text()).isEqualTo(held.text());
        for (int probe = 0; probe < 40; probe++) {
            int offset = random.nextInt(length + 3);
            assertThat(stored.line(offset)).isEqualTo(held.line(offset));
            assertThat(stored.column(offset)).isEqualTo(held.column(offset));
            int line = 1 + random.nextInt(held.line(length) + 2);
            int column = 1 + random.nextInt(200);
            assertThat(stored.lineText(line)).isEqualTo(held.lineText(line));
            assertThat(stored.lineText(line, column, 30)).isEqualTo(held.lineText(line, column, 30));
        }
    }

    @Test
    @Timeout(20)
    void manyPlacesAreFoundQuickly() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 1_000_000; line++) {
            text.append("key: ").append(line).append('\n');
        }
        SourceFile file = find(file("in.yaml", text.toString())).get(0).file();
        Random random = new Random(1);
        for (int lookup = 0; lookup < 200_000; lookup++) {
            int offset = random.nextInt(text.length());
            int line = file.line(offset);
            assertThat(file.column(offset))
                    .isBetween(1, 6 + String.valueOf(line).length());
        }
    }

    @Test
    void aFileThatHasVanishedHasNoLines() throws Exception {
        String name = file("in.yaml", "a: 1\nb: 2\n");
        SourceFile known = find(name).get(0).file();
        assertThat(known.line(6)).isEqualTo(2);
        Files.delete(Path.of(name));
        assertThat(known.line(6)).isEqualTo(2);
        assertThat(known.lineText(2)).isEmpty();
    }

    @Test
    void aNamedPipeIsRefusedSinceItMayNeverEnd() throws Exception {
        Path pipe = root.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> find(pipe.toString()))
                .isInstanceOf(InputException.class)
                .hasMessage("cannot read " + pipe + ": neither a file nor a folder; pipe it in, and name it -");
    }
}
