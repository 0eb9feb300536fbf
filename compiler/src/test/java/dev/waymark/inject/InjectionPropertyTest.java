package dev.waymark.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.Kind;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Via;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random streams get exactly the labels that they lack, by edits of the lines that these are for. */
class InjectionPropertyTest {
    private static final String KEY = "istio.io/use-waypoint";
    private static final int STREAMS = 400;
    private static final int MANY = 5_000;

    private static final Span NOWHERE = new Span(new SourceFile("mesh.yaml", ""), 0, 0);

    private static final List<LabelledObject> OBJECTS = List.of(
            labelled(Kind.SERVICE, "cart", "services"),
            labelled(Kind.SERVICE, "pay", "services"),
            labelled(Kind.DEPLOYMENT, "web", "pods"));

    private static LabelledObject labelled(Kind kind, String name, String waypoint) {
        Marks marks = new Marks(new TreeMap<>(Map.of(KEY, waypoint)), new TreeMap<>());
        return new LabelledObject(new ObjectRef(kind, "shop", name), "shop", Via.PATCH, marks, false, NOWHERE);
    }

    private static String inject(String stream) throws Exception {
        Injection injection = new Injection(OBJECTS, "default");
        String result = injection.into(stream);
        assertThat(injection.conflicts()).isEmpty();
        return result;
    }

    @Test
    void aStreamHasWhatItHadAndTheLabels() throws Exception {
        int labelled = 0;
        for (long seed = 0; seed < STREAMS; seed++) {
            String stream = new RandomStream(seed).documents(1 + (int) (seed % 7));
            String result = inject(stream);
            List<Object> expected = new ArrayList<>();
            for (Object document : parsed(stream)) {
                expected.add(naive(document));
            }
            assertThat(parsed(result)).as("seed %d:%n%s", seed, stream).isEqualTo(expected);
            assertThat(inject(result)).as("twice, seed %d", seed).isEqualTo(result);
            labelled += result.equals(stream) ? 0 : 1;
        }
        assertThat(labelled).isGreaterThan(STREAMS / 3);
    }

    @Test
    void ofThousandsOfDocumentsOnlyTheLinesOfLabelsChange() throws Exception {
        String stream = new RandomStream(MANY).documents(MANY);
        String result = inject(stream);
        List<String> old = List.of(stream.split("(?<=\n)", -1));
        List<String> now = List.of(result.split("(?<=\n)", -1));
        int at = 0;
        int changed = 0;
        for (String line : now) {
            if (at < old.size() && old.get(at).equals(line)) {
                at++;
            } else {
                changed++;
                assertThat(line.endsWith("\r\n")).isEqualTo(old.get(at).endsWith("\r\n"));
                boolean inserted = line.strip().matches("(" + KEY + ": .*|labels:|metadata:)");
                if (!inserted) {
                    assertThat(line).contains(KEY);
                    assertThat(withoutLabels(line)).isEqualTo(withoutLabels(old.get(at)));
                    at++;
                }
            }
        }
        assertThat(at).isEqualTo(old.size());
        assertThat(changed).isGreaterThan(MANY / 5);
    }

    /** A line of a flow mapping as it was before ours stood in it. */
    private static String withoutLabels(String line) {
        return line.replaceAll("\"" + KEY + "\": \"[a-z]+\"(, |,)?", "")
                .replaceAll("\"?labels\"?:? ?(\\{}|null|~)?(, )?", "")
                .replaceAll("[\\s,]+", "");
    }

    private static List<Object> parsed(String text) {
        YamlStream stream = YamlReader.read(new SourceFile("-", text));
        assertThat(stream.damage()).as(text).isEmpty();
        return stream.documents().stream()
                .map(YamlDocument::root)
                .map(InjectionPropertyTest::plain)
                .toList();
    }

    private static Object plain(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Map<String, Object> plain = new TreeMap<>();
            mapping.list().forEach(entry -> plain.put(entry.key().text(), plain(entry.value())));
            return plain;
        }
        return node instanceof YamlSequence sequence
                ? sequence.items().stream().map(InjectionPropertyTest::plain).toList()
                : Optional.of((YamlScalar) node)
                        .map(scalar -> scalar.type() + " " + scalar.text())
                        .get();
    }

    /** The second implementation: trees, of which no text has to be kept. */
    @SuppressWarnings("unchecked")
    private static Object naive(Object document) {
        if (document instanceof List<?> array) {
            array.forEach(InjectionPropertyTest::naive);
            return array;
        }
        Map<String, Object> object = (Map<String, Object>) document;
        if ("STRING List".equals(object.get("kind"))) {
            naive(Objects.requireNonNull(object.get("items")));
            return object;
        }
        if ("STRING ServiceList".equals(object.get("kind"))) {
            for (Object item : (List<Object>) Objects.requireNonNull(object.get("items"))) {
                ((Map<String, Object>) item).put("kind", "STRING Service");
                naive(item);
                ((Map<String, Object>) item).remove("kind");
            }
            return object;
        }
        Object kind = object.get("kind");
        Object name = object.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("name") : "";
        Object namespace = object.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("namespace") : "";
        boolean service = "STRING Service".equals(kind)
                && List.of("STRING cart", "STRING pay").contains(name);
        boolean pods = "STRING Deployment".equals(kind) && "STRING web".equals(name);
        if ("STRING shop".equals(namespace) && service) {
            label(object, "STRING services");
        } else if ("STRING shop".equals(namespace) && pods) {
            label(inside(inside(object, "spec"), "template"), "STRING pods");
        }
        return object;
    }

    private static void label(Map<String, Object> object, String value) {
        inside(inside(object, "metadata"), "labels").put(KEY, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> object, String key) {
        return (Map<String, Object>)
                object.compute(key, (same, value) -> value instanceof Map ? value : new TreeMap<String, Object>());
    }
}
