package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Yaml;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayMergeTest {
    /** By their texts, since two maps are equal whatever the order of their keys is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # ours                           | theirs                              | both
            a: 1                             | a: 2                                | {a=2}
            a: {b: 1, c: 2}                  | a: {c: 3}                           | {a={b=1, c=3}}
            a: {b: 1}                        | a: {}                               | {a={b=1}}
            a: {b: 1}                        | a: text                             | {a=text}
            a: text                          | a: {b: 1}                           | {a={b=1}}
            a: [1, 2]                        | a: [3]                              | {a=[3]}
            a: [{name: x, b: 1}]             | a: [{name: x, c: 2}]                | {a=[{name=x, c=2}]}
            a: [1]                           | a: []                               | {a=[]}
            b: 1                             | {d: 1, a: 1, c: 1}                  | {b=1, a=1, c=1, d=1}
            spec: {b: 1}                     | {status: 1, metadata: {a: 1}}       | {metadata={a=1}, spec={b=1}, status=1}
            a: {d: 1, b: 2}                  | a: {c: 3, b: 4}                     | {a={d=1, b=4, c=3}}
            containers: [{name: x, b: 1}]    | containers: [{name: x, c: 2}]       | {containers=[{name=x, b=1, c=2}]}
            containers: [{name: x, b: 1}]    | containers: [{name: y}, {name: x}]  | {containers=[{name=x, b=1}, {name=y}]}
            containers: [{name: x, b: {c: 1}}] | containers: [{b: {d: 1}, name: x}] | {containers=[{name=x, b={c=1, d=1}}]}
            containers: [{name: x}]          | containers: [{image: a}]            | {containers=[{name=x}, {image=a}]}
            containers: [{name: x}]          | containers: none                    | {containers=none}
            initContainers: [{name: x}]      | initContainers: [{name: y}]         | {initContainers=[{name=y}]}
            a: {b: 1}                        | a: {$patch: replace, c: 2}          | {a={$patch=replace, c=2}}
            a: {b: 1}                        | a: {$patch: delete}                 | {a={$patch=delete}}
            a: {b: 1}                        | a: {$patch: merge, c: 2}            | {a={b=1, $patch=merge, c=2}}
            containers: [{name: x, b: 1}]    | containers: [{$patch: delete, name: x}] | {containers=[{$patch=delete, name=x}]}
            containers: [{name: x}]          | containers: [{$patch: replace}, {name: y}] | {containers=[{$patch=replace}, {name=y}]}
            """)
    void laysTheirsOverOurs(String ours, String theirs, String both) {
        assertThat(OverlayMerge.merge(tree(ours), tree(theirs))).hasToString(both);
    }

    private static Map<String, Object> tree(String text) {
        return Yaml.tree(text).map();
    }
}
