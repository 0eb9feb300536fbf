package dev.waymark.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticLogTest {
    private static final SourceFile FILE = new SourceFile("mesh.yaml", "one\ntwo\nthree\n");

    private final DiagnosticLog log = new DiagnosticLog();

    private static Span line(SourceFile file, int line) {
        int start = List.of(0, 4, 8).get(line - 1);
        return new Span(file, start, start + 3);
    }

    private static Diagnostic unusedWaypoint(int line) {
        return Diagnostic.of(Code.UNUSED_WAYPOINT, "shop/waypoint").at(line(FILE, line));
    }

    private static Diagnostic trafficType() {
        return Diagnostic.of(Code.UNSUPPORTED_TRAFFIC_TYPE, "a", "b", "c", "d").at(line(FILE, 2));
    }

    private void allow(String code, int line) {
        log.suppress(Suppression.ofLine(code, "so", line(FILE, 1), line));
    }

    private List<String> messages() {
        return log.sorted().stream().map(Diagnostic::message).toList();
    }

    @Test
    void theSameDiagnosticCountsOnce() {
        log.add(unusedWaypoint(2));
        log.addAll(List.of(unusedWaypoint(2), unusedWaypoint(3)));
        assertThat(log.sorted()).containsExactly(unusedWaypoint(2), unusedWaypoint(3));
    }

    @Test
    void whatIsAllowedDoesNotCount() {
        allow("WM2003", 2);
        log.add(unusedWaypoint(2));
        log.add(unusedWaypoint(2));
        log.reportUnusedSuppressions();
        assertThat(log.sorted()).isEmpty();
        assertThat(log.has(Severity.NOTE)).isFalse();
    }

    @Test
    void theFirstLineOfAPlaceCounts() {
        allow("WM2003", 2);
        log.add(Diagnostic.of(Code.UNUSED_WAYPOINT, "a").at(new Span(FILE, 5, 12)));
        assertThat(log.sorted()).isEmpty();
        log.add(Diagnostic.of(Code.UNUSED_WAYPOINT, "a").at(new Span(FILE, 1, 7)));
        assertThat(log.sorted()).hasSize(1);
    }

    @Test
    void anotherFileLineOrCodeIsNotAllowed() {
        allow("WM2003", 2);
        Diagnostic elsewhere = unusedWaypoint(1).at(line(new SourceFile("mesh.yaml", FILE.text()), 2));
        Diagnostic another = Diagnostic.of(Code.ADMITS_EVERYONE, "a").at(line(FILE, 2));
        Diagnostic nowhere = Diagnostic.of(Code.UNUSED_WAYPOINT, "a");
        Diagnostic related = nowhere.at(line(FILE, 3)).and(line(FILE, 2), "");
        log.addAll(List.of(elsewhere, another, nowhere, related));
        assertThat(log.sorted()).containsExactlyInAnyOrder(elsewhere, another, nowhere, related);
        log.reportUnusedSuppressions();
        assertThat(messages()).contains("WM2003 is not reported on line 2").hasSize(5);
    }

    @Test
    void anErrorCannotBeAllowed() {
        allow("WM2001", 2);
        allow("WM2003", 3);
        log.addAll(List.of(trafficType(), trafficType().at(new Span(FILE, 5, 6))));
        log.reportUnusedSuppressions();
        assertThat(messages())
                .containsExactly(
                        "WM2001 is an error, and no error can be allowed",
                        trafficType().message(),
                        trafficType().message());
    }

    @Test
    void whatIsMostlyAnErrorCanBeAllowedWhereItIsLess() {
        allow("WM2001", 2);
        log.add(trafficType().as(Severity.WARNING));
        log.reportUnusedSuppressions();
        assertThat(log.sorted()).isEmpty();
    }

    @Test
    void whatIsWrongWhereverItStandsIsReportedAtOnce() {
        allow("WM1003", 2);
        allow("WM203", 2);
        allow("", 2);
        log.suppress(Suppression.ofLine("WM2003", "", line(FILE, 1), 2));
        assertThat(messages())
                .containsExactly(
                        "WM1003 is an error, and no error can be allowed",
                        "WM2003 is allowed without a reason",
                        "no code stands behind `waymark:allow`",
                        "no diagnostic has the code `WM203`");
        log.add(unusedWaypoint(2));
        assertThat(log.sorted()).contains(unusedWaypoint(2)).hasSize(5);
        assertThat(log.hasErrors()).isFalse();
        assertThat(log.has(Severity.WARNING)).isTrue();
    }

    @Test
    void twoThatSayTheSameAreUsedTogether() {
        allow("WM2003", 2);
        log.suppress(Suppression.ofLine("WM2003", "another", line(FILE, 3), 2));
        log.add(unusedWaypoint(2));
        log.reportUnusedSuppressions();
        assertThat(log.sorted()).isEmpty();
    }

    @Test
    void whatSuppressesIsNotSuppressed() {
        allow("WM0008", 1);
        allow("WM2003", 2);
        log.reportUnusedSuppressions();
        assertThat(messages()).containsExactly("WM0008 is not reported on line 1", "WM2003 is not reported on line 2");
    }

    @Test
    void onlyCodesThatAreKnownForItGetMilder() {
        Diagnostic conflict = Diagnostic.of(Code.CONFLICTING_ENROLLMENT, "a", "b");
        assertThat(conflict.as(Severity.ERROR)).isEqualTo(conflict);
        assertThatThrownBy(() -> conflict.as(Severity.WARNING)).isInstanceOf(IllegalArgumentException.class);
        assertThat(unusedWaypoint(1).as(Severity.NOTE).severity()).isEqualTo(Severity.NOTE);
    }
}
