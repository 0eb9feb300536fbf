package dev.waymark.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Attribute;
import dev.waymark.policy.Refusal;
import dev.waymark.policy.TargetRef;
import dev.waymark.policy.Webhook;
import dev.waymark.policy.ZtunnelPolicy;
import dev.waymark.policy.ZtunnelPolicy.Action;
import dev.waymark.policy.ZtunnelPolicy.Scope;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.Route;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import dev.waymark.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Istio's own code makes of AuthorizationPolicies, in their status and in what it sends to ztunnel, against what the
 * model makes of them and what is said of them.
 */
class PolicyConformanceTest {
    /** Classes of the meshes whose Gateways run no proxy of Istio. */
    private static final Set<String> FOREIGN = Set.of("nginx", "undeclared", "missing-class", "istio-remote");

    private static final Set<String> OWN_CLASSES = Set.of("istio", "istio-waypoint", "istio-east-west");

    static Stream<String> meshes() throws IOException {
        return RecordedPolicy.meshes();
    }

    @Test
    void allMeshesAreThere() throws IOException {
        assertThat(meshes()).hasSize(134);
        assertThat(meshes()).allMatch(name -> Files.exists(RecordedPolicy.FOLDER.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void theWebhookRefusesWhatIsRecorded(String mesh) throws IOException {
        for (RecordedPolicy recorded : RecordedPolicy.all(mesh)) {
            assertThat(Webhook.refusals(recorded.policy()))
                    .as(recorded.toString())
                    .extracting(Refusal::words)
                    .containsExactlyInAnyOrderElementsOf(recorded.refusals());
        }
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void ztunnelGetsWhatIsRecorded(String mesh) throws IOException {
        for (RecordedPolicy recorded : RecordedPolicy.all(mesh)) {
            if (!recorded.isRefused()) {
                MeshView view = recorded.subject().view();
                String sent = ZtunnelPolicy.of(recorded.policy(), view.config().rootNamespace())
                        .map(PolicyConformanceTest::words)
                        .orElse("nothing");
                assertThat(sent)
                        .as(recorded.toString())
                        .isEqualTo(recorded.sent()
                                .map(PolicyConformanceTest::recordedWords)
                                .orElse("nothing"));
            }
        }
    }

    private static String recordedWords(Tree sent) {
        return Stream.of("action", "scope", "groups", "dead", "effect")
                .map(key -> String.valueOf(sent.map().getOrDefault(key, "")))
                .collect(Collectors.joining(" "));
    }

    private static String words(ZtunnelPolicy sent) {
        String verb = sent.action() == Action.ALLOW ? "allows " : "denies ";
        return String.join(
                " ",
                sent.action().name(),
                sent.scope().name(),
                String.valueOf(sent.groups().size()),
                String.valueOf(sent.dead()),
                verb + sent.effect().name().toLowerCase(Locale.ROOT));
    }

    /** istiod attaches more than that: to a workload without any labels, whatever the selector says. */
    @ParameterizedTest
    @MethodSource("meshes")
    void whatAPolicySelectsIsAttached(String mesh) throws IOException {
        for (RecordedPolicy recorded : RecordedPolicy.all(mesh)) {
            MeshView view = recorded.subject().view();
            boolean selects = view.targets().values().stream()
                    .filter(WorkloadView.class::isInstance)
                    .anyMatch(workload ->
                            recorded.policy().selects(workload, view.config().rootNamespace()));
            boolean selector = recorded.sent()
                    .filter(sent -> sent.text("scope").equals(Scope.WORKLOAD_SELECTOR.name()))
                    .isPresent();
            if (selector && (selects || recorded.policy().selectsNobody())) {
                assertThat(recorded.sent().orElseThrow().value("attached"))
                        .as(recorded.toString())
                        .isEqualTo(selects);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void theStatusNamesWhatZtunnelDoesNotCheck(String mesh) throws IOException {
        for (RecordedPolicy recorded : RecordedPolicy.all(mesh)) {
            String root = recorded.subject().view().config().rootNamespace();
            String status = recorded.answer().trees("conditions").toString();
            if (status.contains("(found: ")) {
                String names = ZtunnelPolicy.of(recorded.policy(), root).orElseThrow().lost().stream()
                        .map(Attribute::written)
                        .filter(name -> !name.endsWith("rustDomains"))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                assertThat(status).as(recorded.toString()).contains("(found: " + names + ")");
            }
        }
    }

    /** Refused, not bound, dropped, cut down or without effect: there is a message; else there is none. */
    @ParameterizedTest
    @MethodSource("meshes")
    void aPolicyHasTheMessagesThatItsAnswerAsksFor(String mesh) throws IOException {
        for (RecordedPolicy recorded : RecordedPolicy.all(mesh)) {
            assertThat(codes(recorded)).as(recorded.toString()).isEqualTo(expected(recorded));
        }
    }

    private static Set<Code> codes(RecordedPolicy recorded) {
        Span whole = recorded.policy().object().root().span();
        return Lint.POLICY.stream()
                .filter(rule -> !(rule instanceof CallerIdentity))
                .flatMap(rule -> rule.find(recorded.subject()))
                .filter(found -> found.span()
                        .filter(span -> span.start() >= whole.start() && span.end() <= whole.end())
                        .isPresent())
                .map(Diagnostic::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Code> expected(RecordedPolicy recorded) {
        Set<Code> codes = new TreeSet<>();
        if (recorded.isRefused()) {
            codes.add(Code.POLICY_OUT_OF_REACH);
            return codes;
        }
        String text = recorded.policy().object().root().toString();
        boolean silently = recorded.doesNothing()
                || (recorded.sent().isPresent()
                        && (text.contains("rustDomains") || recorded.policy().selectsNobody()));
        if (recorded.isCutDown() || silently) {
            codes.add(Code.SELECTOR_POLICY_WITH_L7);
        }
        recorded.policy().refs().stream()
                .flatMap(ref -> recorded.isBound(ref) ? ofBound(recorded, ref) : ofUnbound(recorded, ref))
                .forEach(codes::add);
        return codes;
    }

    private static Stream<Code> ofUnbound(RecordedPolicy recorded, TargetRef ref) {
        MeshView view = recorded.subject().view();
        String namespace = recorded.policy().namespace();
        return switch (ref.kind()) {
            case "GatewayClass" -> {
                boolean inRoot = namespace.equals(view.config().rootNamespace());
                boolean exists = view.gatewayClasses().containsKey(ref.name()) || OWN_CLASSES.contains(ref.name());
                yield Stream.of(inRoot && !exists ? Code.POLICY_TARGET_NOT_FOUND : Code.POLICY_OUT_OF_REACH);
            }
            case "Gateway" -> Stream.of(Code.POLICY_TARGET_NOT_FOUND);
            default ->
                Stream.of(
                        view.targets().containsKey(service(recorded, ref))
                                ? Code.POLICY_WITHOUT_WAYPOINT
                                : Code.POLICY_TARGET_NOT_FOUND);
        };
    }

    /** Where the status says too much: other classes, Gateways of others, services that istiod does not publish. */
    private static Stream<Code> ofBound(RecordedPolicy recorded, TargetRef ref) {
        MeshView view = recorded.subject().view();
        return switch (ref.kind()) {
            case "GatewayClass" ->
                ref.name().equals("istio-waypoint") ? Stream.empty() : Stream.of(Code.POLICY_OUT_OF_REACH);
            case "Gateway" -> {
                ObjectName name = new ObjectName(recorded.policy().namespace(), ref.name());
                GatewayView gateway = view.gateway(name).orElseThrow();
                yield FOREIGN.contains(gateway.className()) ? Stream.of(Code.POLICY_OUT_OF_REACH) : Stream.empty();
            }
            default -> {
                Target target = Objects.requireNonNull(view.targets().get(service(recorded, ref)));
                Route route = recorded.subject().routing().resolve(target, Traffic.SERVICE);
                yield route.waypoint().isPresent() ? Stream.empty() : Stream.of(Code.POLICY_WITHOUT_WAYPOINT);
            }
        };
    }

    private static ObjectRef service(RecordedPolicy recorded, TargetRef ref) {
        return new ObjectRef(
                Kind.find(ref.kind()).orElseThrow(), recorded.policy().namespace(), ref.name());
    }
}
