package dev.waymark.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.ConfigMap;
import dev.waymark.kube.Metadata;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.Ordered;
import dev.waymark.kube.Resource.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Trees of any shape inside of a ConfigMap. */
class EmbeddedTreeTest {
    private static final List<String> STRINGS = RandomStrings.some(2_000);
    private static final List<String> LITERALS = List.of("0", "-1", "80", "1.5", "1e3", "true", "false", "null");

    private final Random random = new Random(20261124);
    private final ManifestPrinter printer = new ManifestPrinter();

    private static ConfigMap configMap(Map<String, Object> document) {
        Metadata metadata = new Metadata(new ObjectName("shop", "a-options"), new TreeMap<>(), new TreeMap<>());
        return new ConfigMap(metadata, Map.of("deployment", document));
    }

    @Test
    void isPrintedAsPeopleWriteIt() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("spec", Ordered.tree("replicas", 2, "on", "off", "half", new Literal("0.5")));
        document.put("list", List.of("a", List.of(1, List.of("b")), Ordered.tree("name", "c", "more", List.of("d"))));
        document.put("empty", List.of(Map.of(), List.of()));
        document.put("none", Map.of());
        document.put("nothing", new Literal("null"));
        document.put("ended", List.of());
        assertThat(printer.print(configMap(document))).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: a-options
                  namespace: shop
                data:
                  deployment: |
                    spec:
                      replicas: 2
                      "on": "off"
                      half: 0.5
                    list:
                    - a
                    - - 1
                      - - b
                    - name: c
                      more:
                      - d
                    empty:
                    - {}
                    - []
                    none: {}
                    nothing: null
                    ended: []
                """);
    }

    /** The printer fails where what it printed says something else. */
    @Test
    void whateverIsInItIsPrintedAsItIs() {
        for (int count = 0; count < 2_000; count++) {
            Map<String, Object> document = mapping(4);
            document.put("last", string());
            assertThat(printer.print(configMap(document))).endsWith("\n").doesNotContain(" \n", "\n\n", "\t");
        }
    }

    @Test
    void itMayBeAsDeepAsAnIntent() {
        Object node = "end";
        for (int depth = 0; depth < 45; depth++) {
            node = Ordered.tree("a", List.of(node));
        }
        assertThat(printer.print(configMap(Ordered.tree("spec", node)))).contains("- end\n");
    }

    private Map<String, Object> mapping(int depth) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            mapping.put(string(), node(depth - 1));
        }
        return mapping;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            list.add(node(depth - 1));
        }
        return list;
    }

    private Object node(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0, 1 -> string();
            case 2 -> new Literal(LITERALS.get(random.nextInt(LITERALS.size())));
            case 3 -> list(depth);
            default -> mapping(depth);
        };
    }

    private String string() {
        return STRINGS.get(random.nextInt(STRINGS.size()));
    }
}
