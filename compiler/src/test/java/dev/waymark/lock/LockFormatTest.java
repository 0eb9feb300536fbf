package dev.waymark.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.lock.Lingering.What;
import dev.waymark.lock.LockFormat.UnreadableException;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockFormatTest {
    private static final JsonSchema SCHEMA = JsonSchema.published("lock.schema.json");
    private static final String ONES = "sha256:" + "1".repeat(64);
    private static final String TWOS = "sha256:" + "2".repeat(64);

    @Test
    void printsOnePathALineInOrder() {
        assertThat(text(finished(files()))).isEqualTo("""
                        {
                          "version": 1,
                          "files": {
                            "gateways/kustomization.yaml": "%s",
                            "labels/kustomization.yaml": "%s"
                          },
                          "lingering": []
                        }
                        """.formatted(TWOS, ONES));
    }

    @Test
    void printsWhatIsPending() {
        assertThat(text(unfinished())).contains("""
                          "pending": {
                            "gateways/a.yaml": null,
                            "gateways/b.yaml": "%s"
                          },
                          "lingering": []
                        """.formatted(TWOS));
    }

    @Test
    void printsWhatLingersOneALineInOrder() {
        assertThat(text(lingering())).endsWith("""
                          "files": {},
                          "lingering": [
                            {"what": "admission", "subject": "shop/waypoint", "detail": "billing"},
                            {"what": "admission", "subject": "shop/waypoint", "detail": "team=a, tier In (back, front)"},
                            {"what": "component", "subject": "components/shop/service_cart"},
                            {"what": "namespace", "subject": "shop"},
                            {"what": "object", "subject": "namespace shop"},
                            {"what": "object", "subject": "service shop/cart"},
                            {"what": "unit", "subject": "store"},
                            {"what": "waypoint", "subject": "shop/waypoint"}
                          ]
                        }
                        """);
    }

    @Test
    void printsEmptyMappingsOnOneLine() {
        assertThat(text(Lock.EMPTY)).isEqualTo("{\n  \"version\": 1,\n  \"files\": {},\n  \"lingering\": []\n}\n");
    }

    @Test
    void readsWhatItPrinted() throws Exception {
        for (Lock lock : locks()) {
            assertThat(read(text(lock))).isEqualTo(lock);
            assertThat(read(text(lock).replace("\n", "\r\n"))).isEqualTo(lock);
        }
    }

    @Test
    void printsWhatTheSchemaDescribes() {
        for (Lock lock : List.of(Lock.EMPTY, finished(files()), lingering())) {
            assertThat(SCHEMA.violations(Yaml.tree(text(lock)))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"what\": \"unit\"}",
                "{\"subject\": \"shop\"}",
                "{\"what\": \"ghost\", \"subject\": \"shop\"}",
                "{\"what\": \"UNIT\", \"subject\": \"shop\"}",
                "{\"what\": \"unit\", \"subject\": 1}",
                "{\"what\": \"unit\", \"subject\": \"shop\", \"since\": \"today\"}",
                "{\"what\": \"unit\", \"subject\": \"shop\", \"detail\": \"a\"}",
                "{\"what\": \"admission\", \"subject\": \"shop/waypoint\"}",
                "\"unit\"",
                "1",
                "[]",
            })
    void theSchemaAndTheReaderRefuseWhatDoesNotLinger(String entry) {
        String text = "{\"version\": 1, \"files\": {}, \"lingering\": [" + entry + "]}";
        assertThat(SCHEMA.violations(Yaml.tree(text))).isNotEmpty();
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "admission, waypoint",
        "waypoint, shop/a/b",
        "component, shop/service_cart",
        "component, components/shop",
        "namespace, a/b",
        "object, deployment shop/cart",
        "object, service cart",
        "object, namespace a/b",
        "unit, ../shop",
    })
    void theSchemaKnowsWhatNamesLookLike(String what, String subject) {
        String detail = what.equals("admission") ? ", \"detail\": \"a\"" : "";
        String entry = "{\"what\": \"" + what + "\", \"subject\": \"" + subject + "\"" + detail + "}";
        assertThat(SCHEMA.violations(Yaml.tree("{\"version\": 1, \"files\": {}, \"lingering\": [" + entry + "]}")))
                .isNotEmpty();
    }

    @Test
    void readsPathsOfAnyCharacters() throws Exception {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("a \"quoted\" näme with \uD83D\uDE80.yaml", ONES);
        files.put(".hidden/..dots../x", TWOS);
        assertThat(read(text(finished(files)))).isEqualTo(finished(files));
    }

    @Test
    void readsFieldsInAnyOrder() throws Exception {
        String text = "{\"lingering\": [], \"files\": {\"a\": \"" + ONES + "\"}, \"version\": 1}";
        assertThat(read(text).files()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "it is not JSON | {\"version\": 1",
                "it goes on after its end | {\"version\": 1, \"files\": {}, \"lingering\": []} {}",
                "it is not JSON | {\"version\": 1, \"files\": {}} version",
                "it is not JSON | version: 1",
                "it does not have the form of a lock | ``",
                "it does not have the form of a lock | []",
                "it does not have the form of a lock | null",
                "it does not have the form of a lock | {\"version\": \"1\"}",
                "it does not have the form of a lock | {\"version\": 1, \"files\": []}",
                "it does not have the form of a lock | {\"version\": 1, \"pending\": null}",
                "it does not have the form of a lock | {\"version\": 1, \"lingering\": {}}",
                "it has no `version` | {}",
                "it has no `version` | {\"files\": {}, \"lingering\": []}",
                "it has no `files` | {\"version\": 1, \"lingering\": []}",
                "it has no `lingering` | {\"version\": 1, \"files\": {}}",
                "it does not have the form of a lock | {\"version\": 1, \"lingering\": [1]}",
                "it does not have the form of a lock | {\"version\": 1, \"lingering\": [{\"what\": \"unit\"}]}",
                "a `ghost` lingers, which is not known | {\"lingering\": [{\"what\": \"ghost\", \"subject\": \"shop\"}]}",
                "it is not JSON | {\"lingering\": [{\"what\": \"unit\", \"what\": \"unit\"}]}",
                "it is not JSON | {\"version\": 1, \"version\": 1}",
                "its version is 2, and this program writes 1 | {\"version\": 2}",
                "it has a field `owner` that is not known | {\"version\": 1, \"owner\": \"me\"}",
                "`md5:1` is no fingerprint | {\"version\": 1, \"files\": {\"a\": \"md5:1\"}}",
                "`1` is no fingerprint | {\"version\": 1, \"pending\": {\"a\": 1}}",
                "`{` is no fingerprint | {\"version\": 1, \"files\": {\"a\": {}}}",
                "it holds the conflict markers of a merge | `{\n<<<<<<< HEAD\n`",
                "it holds the conflict markers of a merge | `{\r\n=======\r\n}`",
                "it holds the conflict markers of a merge | `{}\n>>>>>>> theirs`",
            })
    void saysWhyItCannotRead(String reason, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "a\u0000/b",
                "..",
                "../x",
                "a/../../x",
                "a/..",
                ".",
                "./a",
                "a//b",
                "a/",
                "C:x",
                "a\\b"
            })
    void refusesPathsThatLeadOut(String path) {
        SortedMap<String, Optional<String>> pending = new TreeMap<>();
        pending.put(path, Optional.empty());
        SortedMap<String, String> files = new TreeMap<>();
        files.put(path, ONES);
        for (Lock lock : new Lock[] {finished(files), new Lock(new TreeMap<>(), pending, new TreeSet<>())}) {
            assertThatThrownBy(() -> read(text(lock)))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("its path `" + path + "` leads out of the folder");
        }
    }

    private static List<Lock> locks() {
        return List.of(Lock.EMPTY, finished(files()), unfinished(), lingering());
    }

    private static Lock lingering() {
        SortedSet<Lingering> lingering = new TreeSet<>();
        lingering.add(Lingering.of(What.WAYPOINT, "shop/waypoint"));
        lingering.add(Lingering.of(What.UNIT, "store"));
        lingering.add(Lingering.of(What.OBJECT, "service shop/cart"));
        lingering.add(Lingering.of(What.OBJECT, "namespace shop"));
        lingering.add(Lingering.of(What.NAMESPACE, "shop"));
        lingering.add(Lingering.of(What.COMPONENT, "components/shop/service_cart"));
        lingering.add(new Lingering(What.ADMISSION, "shop/waypoint", "team=a, tier In (back, front)"));
        lingering.add(new Lingering(What.ADMISSION, "shop/waypoint", "billing"));
        return new Lock(new TreeMap<>(), lingering);
    }

    private static SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("labels/kustomization.yaml", ONES);
        files.put("gateways/kustomization.yaml", TWOS);
        return files;
    }

    private static Lock finished(SortedMap<String, String> files) {
        return new Lock(files, new TreeSet<>());
    }

    private static Lock unfinished() {
        SortedMap<String, Optional<String>> pending = new TreeMap<>();
        pending.put("gateways/b.yaml", Optional.of(TWOS));
        pending.put("gateways/a.yaml", Optional.empty());
        return new Lock(files(), pending, new TreeSet<>());
    }

    private static String text(Lock lock) {
        return new String(LockFormat.write(lock), StandardCharsets.UTF_8);
    }

    private static Lock read(String text) throws UnreadableException {
        return LockFormat.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
