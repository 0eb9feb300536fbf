package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.testing.Rendering;
import dev.waymark.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An intent with the values of a command line gives the Gateway that istioctl prints, or is refused. */
class IstioctlTest {
    private static final String NAMESPACE = "payments";

    /** What istioctl prints although no API server or no istiod takes it, or takes for left out. */
    private static final List<List<String>> TOO_LENIENT = List.of(
            List.of("--for", ""),
            List.of("--revision", ""),
            List.of("--revision", "Not A Label"),
            List.of("--name", ""),
            List.of("--name", "None"),
            List.of("--name", "Bad_Name"),
            List.of("--name", "a.b"),
            List.of("--name", "123"),
            List.of("--name", "x".repeat(64)),
            List.of("--name", "-x"),
            List.of("-n", ""),
            List.of("-n", "Bad_NS"));

    static Stream<IstioctlCase> printed() {
        return IstioctlCase.all().filter(each -> each.exit() == 0 && !TOO_LENIENT.contains(each.arguments()));
    }

    static Stream<IstioctlCase> tooLenient() {
        return IstioctlCase.all().filter(each -> each.exit() == 0 && TOO_LENIENT.contains(each.arguments()));
    }

    /** Values that istioctl refuses. */
    static Stream<IstioctlCase> refused() {
        return IstioctlCase.all().filter(each -> each.exit() == 1);
    }

    /** Flags that {@code generate} does not have, and flags without their values. */
    static Stream<IstioctlCase> misused() {
        return IstioctlCase.all().filter(each -> each.exit() == 64);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void rendersTheGatewayThatIstioctlPrints(IstioctlCase each, @TempDir Path temporary) throws Exception {
        List<Tree> gateways = Rendering.of(each.intent(NAMESPACE), temporary).documents("Gateway");
        Additions additions = new Additions("istioctl").with("/metadata/namespace", NAMESPACE);
        assertThat(gateways).hasSize(1);
        additions.assertAllThatDiffers(gateways.get(0), each.gateway());
    }

    @ParameterizedTest
    @MethodSource({"tooLenient", "refused"})
    void refusesValuesThatCannotWork(IstioctlCase each, @TempDir Path temporary) throws Exception {
        assertThat(Rendering.of(each.intent(NAMESPACE), temporary).codes())
                .isNotEmpty()
                .containsOnly(Code.SCHEMA_VIOLATION);
    }

    @ParameterizedTest
    @MethodSource("misused")
    void refusesFieldsWithoutMeaningOrValue(IstioctlCase each, @TempDir Path temporary) throws Exception {
        boolean lacksValue =
                List.of("for", "name", "revision").contains(each.fields().firstKey());
        assertThat(each.fields().values()).containsOnly(Optional.empty());
        assertThat(Rendering.of(each.intent(NAMESPACE), temporary).codes())
                .containsExactly(lacksValue ? Code.SCHEMA_VIOLATION : Code.UNKNOWN_FIELD);
    }

    @Test
    void everyRecordedRunIsInOneGroup() {
        List<IstioctlCase> grouped = Stream.of(printed(), tooLenient(), refused(), misused())
                .flatMap(group -> group)
                .toList();
        assertThat(grouped)
                .containsExactlyInAnyOrderElementsOf(IstioctlCase.all().toList());
        assertThat(tooLenient().map(IstioctlCase::arguments)).containsExactlyInAnyOrderElementsOf(TOO_LENIENT);
    }
}
