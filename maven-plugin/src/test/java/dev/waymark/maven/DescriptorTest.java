package dev.waymark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.maven.Descriptor.Goal;
import dev.waymark.maven.Descriptor.Parameter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The descriptor says of each goal and parameter what a user has to know. */
class DescriptorTest {
    static Stream<Goal> goals() throws Exception {
        return Descriptor.read().goals().stream().filter(goal -> !goal.name().equals("help"));
    }

    @Test
    void theGoalsAreThoseOfTheContract() throws Exception {
        assertThat(Descriptor.read().goals().stream().map(goal -> goal.name() + " " + goal.phase()))
                .containsExactlyInAnyOrder(
                        "check verify",
                        "diff verify",
                        "help ",
                        "package package",
                        "render generate-resources",
                        "validate validate");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aGoalIsDocumentedAndMayRunBesideOthers(Goal goal) {
        assertThat(goal.threadSafe()).isTrue();
        assertThat(goal.description()).endsWith(".").doesNotContain("{@");
        assertThat(goal.since()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(goal.parameters()).extracting(Parameter::name).contains("skip");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aParameterIsDocumented(Goal goal) {
        for (Parameter parameter : goal.parameters()) {
            String name = goal.name() + " " + parameter.name();
            assertThat(parameter.description())
                    .as(name)
                    .matches("(?s)\\S.*\\..*")
                    .doesNotContain("{@");
            assertThat(parameter.since()).as(name).matches("\\d+\\.\\d+\\.\\d+");
            boolean mavens = parameter.name().equals("outputTimestamp");
            assertThat(parameter.property()).as(name).isEqualTo(mavens ? "" : "waymark." + parameter.name());
        }
    }
}
