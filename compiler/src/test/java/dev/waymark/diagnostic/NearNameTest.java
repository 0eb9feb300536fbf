package dev.waymark.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
    private static final List<String> FIELDS = List.of("name", "namespace", "consumers", "admits", "for", "ports");

    @ParameterizedTest
    @CsvSource({
        "nam, name",
        "nmae, name",
        "names, name",
        "Name, name",
        "namspace, namespace",
        "namespaces, namespace",
        "naemspcae, namespace",
        "namesapces, namespace",
        "consumer, consumers",
        "consummers, consumers",
        "cosnumer, consumers",
        "admit, admits",
        "fro, for",
        "port, ports"
    })
    void aSlipOfTheFingerIsFound(String name, String near) {
        assertThat(NearName.of(name, FIELDS)).contains(near);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "via", "nms", "customers1", "waypoints", "hosts1234", "form1"})
    void anotherWordIsNot(String name) {
        assertThat(NearName.of(name, FIELDS)).isEmpty();
    }

    @Test
    void anotherCaseIsNoSlipAtAll() {
        assertThat(NearName.of("NAMESPACE", FIELDS)).contains("namespace");
        assertThat(NearName.of("tls", List.of("TCP", "TLS"))).contains("TLS");
        assertThat(NearName.of("grcp", List.of("GRPC", "HTTP"))).isEmpty();
    }

    /** One slip for every three letters, one at least, three at most. */
    @ParameterizedTest
    @CsvSource({
        "ab, ac, true",
        "ab, cd, false",
        "abcde, abcxx, false",
        "abcdef, abcdxx, true",
        "abcdef, abcxxx, false",
        "abcdefghi, abcdefxxx, true",
        "abcdefghijklmnopqrst, abcdefghijklmnopxxxx, false"
    })
    void theLongerANameTheMoreSlipsAreForgiven(String name, String candidate, boolean near) {
        assertThat(NearName.of(name, List.of(candidate)).isPresent()).isEqualTo(near);
    }

    @Test
    void theNearestOneIsChosenAndOfEquallyNearOnesTheFirst() {
        assertThat(NearName.of("servce", List.of("servers", "service", "serve")))
                .contains("serve");
        assertThat(NearName.of("servicd", List.of("servicf", "servers", "service")))
                .contains("service");
        assertThat(NearName.of("bat", List.of("cat", "bad", "rat"))).contains("bad");
    }

    @Test
    void theNameItselfIsNoAnswer() {
        assertThat(NearName.of("name", List.of("name"))).isEmpty();
        assertThat(NearName.of("name", List.of("name", "names"))).contains("names");
        assertThat(NearName.of("name", List.of())).isEqualTo(Optional.empty());
    }

    @Test
    void theWayOutIsTheNearNameOrTheOtherWords() {
        assertThat(NearName.help("nmae", FIELDS, "known here: name")).isEqualTo("did you mean `name`?");
        assertThat(NearName.help("xyz", FIELDS, "known here: name")).isEqualTo("known here: name");
    }
}
