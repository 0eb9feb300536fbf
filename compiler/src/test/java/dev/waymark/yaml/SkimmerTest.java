package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.source.FileTree;
import dev.waymark.source.ManifestSource;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a text for the parser: that the rest is not missed, the property test shows. */
class SkimmerTest {
    private static String skim(String text) throws Exception {
        ByteArrayInputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        ManifestSource source =
                ManifestSource.find(FileTree.work(), List.of("-"), stream).get(0);
        return source.read(reader -> {
            StringWriter left = new StringWriter();
            new Skimmer(reader).transferTo(left);
            return left.toString();
        });
    }

    @Test
    void whatLiesBelowAKeyThatNobodyReadsIsLeftOut() throws Exception {
        assertThat(skim("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                          managedFields:
                          - manager: kubectl
                            fieldsV1:
                              f:metadata: {}
                          annotations:
                            a: |
                              status:
                                b
                            'kubectl.kubernetes.io/last-applied-configuration': >-
                              {"kind":"Pod"}

                              more
                            it: 'it''s
                              # no comment'
                            plain: one
                              two: 'three
                        # comment
                        spec:
                          containers:
                            - name: web

                          # comment
                              args: ["a"]
                          hostNetwork: true
                        status:
                          conditions: [
                            {a: b}
                          ]
                        """)).isEqualTo("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                          managedFields:
                          annotations:
                            a: |
                              status:
                                b
                            'kubectl.kubernetes.io/last-applied-configuration': >-
                            it: 'it''s
                              # no comment'
                            plain: one
                              two: 'three
                        # comment
                        spec:
                          containers:
                          hostNetwork: true
                        status:
                        """);
    }

    @Test
    void theRestOfAnObjectThatNobodyReadsIsLeftOut() throws Exception {
        assertThat(skim("""
                        apiVersion: v1
                        items:
                        - apiVersion: v1
                          kind: Secret # of somebody
                          data:
                            a: b
                          list:
                          - c
                        - kind: "Event"
                          apiVersion: v1
                          note: d
                        -   apiVersion: v1
                            kind: Service
                            spec: {}
                        kind: List
                        metadata:
                          resourceVersion: ""
                        ---
                        apiVersion: serving.knative.dev/v1
                        kind: Service
                        metadata:
                          name: web
                        apiVersion: v1
                        kind: Service
                        metadata: {}
                        """)).isEqualTo("""
                        apiVersion: v1
                        items:
                        - apiVersion: v1
                          kind: Secret # of somebody
                        - kind: "Event"
                          apiVersion: v1
                        -   apiVersion: v1
                            kind: Service
                            spec: {}
                        kind: List
                        metadata:
                        ---
                        apiVersion: serving.knative.dev/v1
                        kind: Service
                        apiVersion: v1
                        kind: Service
                        metadata: {}
                        """);
    }

    @Test
    void aDocumentIsLeftAsItIsFromWhereItIsNotObvious() throws Exception {
        for (String odd : List.of("a: &x", "<<: {}", "? a", "a: [1,", "a: {\"b\": 1}", "!!map a: 1", "kind: |-")) {
            String text = "status:\n  a: 1\n" + odd + "\nstatus:\n  b: 1\n";
            assertThat(skim(text + "---\nstatus:\n  c: 1\n"))
                    .isEqualTo("status:\n" + text.substring("status:\n  a: 1\n".length()) + "---\nstatus:\n");
        }
    }

    @Test
    void valuesOfJsonThatNobodyReadsAreLeftOut() throws Exception {
        assertThat(skim("""
                        {"items": [{"apiVersion": "v1", "kind": "Secret", "data": {"a": "\\"}"}},
                          {"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"a": ["b", {}]}], "hostNetwork": true},
                          "status": null}], "kind": "List"}
                        """)).isEqualTo("""
                        {"items": [{"apiVersion": "v1", "kind": "Secret", "data":},
                          {"apiVersion": "v1", "kind": "Pod", "spec": {"containers":, "hostNetwork": true},
                          "status":}], "kind": "List"}
                        """);
    }

    @Test
    void jsonThatIsNoneIsLeftAsItIs() throws Exception {
        String text = "{\"status\": 1, a: {\"status\": 2}}\n";
        assertThat(skim(text)).isEqualTo("{\"status\":, a: {\"status\": 2}}\n");
    }

    @Test
    void aJsonObjectBehindAnotherBecomesADocument() throws Exception {
        assertThat(skim("{\"a\": 1}\n{\n}\n")).isEqualTo("{\"a\": 1}\n\n---\n{\n}\n");
    }
}
