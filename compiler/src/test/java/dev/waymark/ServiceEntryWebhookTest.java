package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.source.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * ServiceEntries and what Istio's webhook says of them, as far as an external can express them: what Istio refuses is
 * refused with a position, and what it accepts is rendered, unless the language leaves it out.
 */
class ServiceEntryWebhookTest {
    /** Fields of a ServiceEntry that an external has. */
    private static final Set<String> EXPRESSIBLE = Set.of("hosts", "ports", "resolution");

    /** A recorded answer. */
    private record Answer(String name, Map<String, Object> spec, boolean accepted) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Answer> answers() throws IOException {
        try (InputStream cases =
                ServiceEntryWebhookTest.class.getResourceAsStream("/conformance/serviceentry/cases.yaml")) {
            List<?> recorded = (List<?>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(cases));
            return recorded.stream()
                    .map(ServiceEntryWebhookTest::answer)
                    .filter(each -> EXPRESSIBLE.containsAll(each.spec().keySet()));
        }
    }

    private static Answer answer(Object recorded) {
        Map<?, ?> fields = (Map<?, ?>) recorded;
        @SuppressWarnings("unchecked")
        Map<String, Object> spec = (Map<String, Object>) Objects.requireNonNull(fields.get("spec"));
        return new Answer(String.valueOf(fields.get("name")), spec, Boolean.TRUE.equals(fields.get("accepted")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void agreesWithIstio(Answer answer) throws InputException {
        List<Diagnostic> errors = errors(answer.spec());
        if (answer.accepted()) {
            assertThat(errors).allMatch(error -> error.code().id().equals("WM0004"), "left out of the language");
        } else {
            assertThat(errors).isNotEmpty().allMatch(error -> error.span().isPresent(), "has a position");
        }
    }

    @Test
    void onlyOtherProtocolsAndRepetitionsAreLeftOut() throws IOException, InputException {
        List<Answer> accepted = answers().filter(Answer::accepted).toList();
        assertThat(accepted).hasSizeGreaterThan(50);
        for (Answer answer : accepted) {
            assertThat(errors(answer.spec()))
                    .as(answer.name())
                    .allMatch(error -> error.message().contains("`protocol`")
                            || error.message().contains("twice"));
        }
    }

    private static List<Diagnostic> errors(Map<String, Object> spec) throws InputException {
        Map<String, Object> external = new LinkedHashMap<>(spec);
        external.put("name", "api");
        external.put("namespace", "shop");
        String text = new Dump(DumpSettings.builder().build())
                .dumpToString(Map.of(
                        "apiVersion",
                        "waymark.dev/v1alpha1",
                        "kind",
                        "MeshIntent",
                        "metadata",
                        Map.of("name", "shop"),
                        "spec",
                        Map.of("externals", List.of(external))));
        CompileRequest request = new CompileRequest(
                List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Severity.ERROR);
        return new MeshCompiler(request)
                .validate().diagnostics().stream().filter(Diagnostic::isError).toList();
    }
}
