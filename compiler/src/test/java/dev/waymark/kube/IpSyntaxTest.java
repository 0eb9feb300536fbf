package dev.waymark.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers that Go gave. */
class IpSyntaxTest {
    private static final Tree TEXTS = Yaml.tree(Resources.text("conformance/netip/texts.yaml"));

    static Stream<String> address() {
        return TEXTS.texts("address").stream();
    }

    static Stream<String> range() {
        return TEXTS.texts("range").stream();
    }

    static Stream<String> single() {
        return TEXTS.texts("single").stream();
    }

    static Stream<String> neither() {
        return TEXTS.texts("neither").stream();
    }

    @ParameterizedTest
    @MethodSource("address")
    void isAnAddressOnly(String text) {
        assertThat(IpSyntax.isAddress(text)).isTrue();
        assertThat(IpSyntax.isRange(text)).isFalse();
        assertThat(IpSyntax.isWide(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("range")
    void isARangeOfSeveral(String text) {
        assertThat(IpSyntax.isAddress(text)).isFalse();
        assertThat(IpSyntax.isRange(text)).isTrue();
        assertThat(IpSyntax.isWide(text)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("single")
    void isARangeOfOne(String text) {
        assertThat(IpSyntax.isAddress(text)).isFalse();
        assertThat(IpSyntax.isRange(text)).isTrue();
        assertThat(IpSyntax.isWide(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("neither")
    void isNeither(String text) {
        assertThat(IpSyntax.isAddress(text)).isFalse();
        assertThat(IpSyntax.isRange(text)).isFalse();
        assertThat(IpSyntax.isWide(text)).isFalse();
    }

    @Test
    void thereAreEnoughOfEach() {
        assertThat(address().count()).isGreaterThan(150);
        assertThat(range().count()).isGreaterThan(100);
        assertThat(single().count()).isGreaterThan(40);
        assertThat(neither().count()).isGreaterThan(300);
    }
}
