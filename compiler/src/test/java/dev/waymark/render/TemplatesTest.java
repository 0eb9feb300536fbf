package dev.waymark.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.Application;
import dev.waymark.kube.Application.Automated;
import dev.waymark.kube.Application.Destination;
import dev.waymark.kube.Application.Source;
import dev.waymark.kube.ApplicationSet;
import dev.waymark.kube.CollectionComponent;
import dev.waymark.kube.ConfigMap;
import dev.waymark.kube.FluxKustomization;
import dev.waymark.kube.FluxKustomization.Role;
import dev.waymark.kube.FluxKustomization.SourceRef;
import dev.waymark.kube.FluxKustomization.Timing;
import dev.waymark.kube.FullNamespace;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.Guards;
import dev.waymark.kube.Kind;
import dev.waymark.kube.Kustomization;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.LabelSelector.Requirement;
import dev.waymark.kube.Marks;
import dev.waymark.kube.Metadata;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.PartialObject;
import dev.waymark.kube.PatchComponent;
import dev.waymark.kube.Resource;
import dev.waymark.kube.ServiceEntry;
import dev.waymark.kube.ServiceEntry.Endpoint;
import dev.waymark.kube.ServiceEntry.Port;
import dev.waymark.kube.ServiceEntry.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/waymark/render");
    private static final Metadata METADATA =
            new Metadata(new ObjectName("shop", "api"), new TreeMap<>(Map.of("a", "1")), new TreeMap<>());

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTemplateLoads(Path file) throws IOException {
        assertThat(new Templates().parse(file.getFileName().toString(), Files.readString(file)))
                .isNotNull();
    }

    @Test
    void everyRecordHasATemplateOfItsName() throws IOException {
        List<String> records = Stream.of(Resource.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName() + ".ftl")
                .sorted()
                .toList();
        assertThat(shipped().map(file -> file.getFileName().toString())).containsExactlyElementsOf(records);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: ${name?no_esc}",
                "name: ${name?noEsc}",
                "name: ${name ? no_esc}",
                "<#noautoesc>name: ${name}</#noautoesc>",
                "<#noAutoEsc>\nname: ${name}\n</#noAutoEsc>",
                "<#outputformat \"plainText\">\nname: ${name}\n</#outputformat>",
                "<#outputFormat \"HTML\">\nname: ${name}\n</#outputFormat>",
                "<#assign thing = \"freemarker.template.utility.Execute\"?new()>",
                "name: ${\"freemarker.template.utility.Execute\" ? new()}",
                "name: ${name?api}",
                "name: ${name?eval}",
                "name: ${name?eval_json}",
                "<@name?interpret />",
                "name: ${name?evalJson}",
                "name: ${name?markup_string}",
                "name: ${name?markupString}",
                "<#include \"Gateway.ftl\">",
                "<#import \"Gateway.ftl\" as gateway>",
                "<#ftl output_format=\"plainText\">\nname: ${name}",
                "<#ftl auto_esc=false>\nname: ${name}"
            })
    void aTemplateThatCouldBypassTheEscapingIsRefused(String text) {
        assertThatThrownBy(() -> new Templates().parse("Test.ftl", text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the template Test.ftl uses ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: prefix-${name}",
                "name: ${name}-suffix",
                "name: ${name} # comment",
                "name: \"${name}\"",
                "name: '${name}'",
                "name: ${namespace}${name}",
                "name:${name}",
                "${name}::",
                "${name}:x",
                "name: [${name}]",
                "name:  ${name}",
                "-${name}",
                "name: #{port}",
                "#{port}: name",
                "name: ${name}\n  more: prefix-${name}\n",
                "# ${name}",
                "name: |\n  text ${name}",
                "name: {a: b${name}}"
            })
    void anInterpolationThatDoesNotStandAloneIsRefused(String text) {
        assertThatThrownBy(() -> new Templates().parse("Test.ftl", text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("in the template Test.ftl an interpolation does not stand alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: ${name}\n",
                "- ${name}",
                "${key}: ${value}",
                "  ${key}: ${value}\n",
                "  ${key}: |\n",
                "${key}:\n- ${value}\n",
                "${key}: {}\n",
                "- {a: ${a}, b: ${b}}\n",
                "- target: {version: ${version}, name: ${name}}\n",
                "<#list names as name>\n- ${name}\n</#list>\n"
            })
    void anInterpolationMayBeAKeyOrAValue(String text) throws IOException {
        assertThat(new Templates().parse("Test.ftl", text)).isNotNull();
    }

    @Test
    void numbersHaveNoSeparatorsWhateverTheLocale() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        String text = new Templates().print(entry(15_008, Optional.of(65_535)));
        assertThat(text).contains("number: 15008\n", "targetPort: 65535\n");
    }

    @Test
    void wordsKeepTheirLettersWhateverTheLocale() {
        String expected = new ManifestPrinter().print(patch(Kind.DEPLOYMENT, "INFO"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertThat(new ManifestPrinter().print(patch(Kind.DEPLOYMENT, "INFO")))
                .isEqualTo(expected)
                .contains(": INFO");
        assertThat(YamlText.of("NULL")).isEqualTo("\"NULL\"");
        assertThat(YamlText.of("FALSE")).isEqualTo("\"FALSE\"");
    }

    private static ServiceEntry entry(int port, Optional<Integer> target) {
        return new ServiceEntry(
                METADATA,
                new Spec(
                        List.of("a.example"),
                        List.of(),
                        "MESH_EXTERNAL",
                        List.of(new Port(port, "web", "TCP", target)),
                        "DNS",
                        List.of()));
    }

    private static PatchComponent patch(Kind kind, String value) {
        return new PatchComponent(
                new ObjectRef(kind, "shop", "a.b"),
                new Marks(new TreeMap<>(Map.of("istio.io/use-waypoint", value)), new TreeMap<>()));
    }

    @ParameterizedTest
    @EnumSource
    void aPatchOfEveryKindSaysWhatItsRecordDoes(Kind kind) {
        assertThat(new ManifestPrinter().print(patch(kind, "waypoint"))).startsWith("apiVersion: ");
    }

    @Test
    void anEmptyListIsPrintedAsOne() {
        assertThat(new ManifestPrinter().print(new Kustomization(List.of()))).endsWith("resources: []\n");
    }

    /** Every value of the user's in every record: none of them may become more than one value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb: c", "${name}", "<#list>", "a: b", "{a}", "- a", "x #y", "\"", "'", "\\", "}", ", b: c", "...",
                "---"
            })
    void aValueCannotChangeTheStructure(String value) {
        TreeMap<String, String> map = new TreeMap<>(Map.of(value, value));
        ObjectName name = new ObjectName(value, value);
        List<Port> ports = List.of(new Port(80, value, value, Optional.empty()));
        List<Endpoint> endpoints = List.of(
                new Endpoint(Optional.of(value), Optional.of(value), new TreeMap<>(Map.of(value, 80)), map),
                new Endpoint(Optional.empty(), Optional.of(value), new TreeMap<>(), new TreeMap<>()));
        ManifestPrinter printer = new ManifestPrinter();
        assertThat(Stream.of(
                        new Gateway(
                                new Metadata(name, map, map),
                                value,
                                AllowedRoutes.selected(new LabelSelector(
                                        map, List.of(new Requirement(value, value, List.of(value, value))))),
                                new Gateway.Infrastructure(map, map, Optional.of(value))),
                        new ConfigMap(
                                new Metadata(name, map, map),
                                Map.of(value, Map.of(value, value, value + "2", List.of(value, map)))),
                        new ServiceEntry(
                                new Metadata(name, map, map),
                                new Spec(List.of(value), List.of(value), value, ports, value, endpoints)),
                        new PatchComponent(new ObjectRef(Kind.SERVICE, value, value), new Marks(map, map)),
                        new PatchComponent(new ObjectRef(Kind.CRON_JOB, value, value), new Marks(map, map)),
                        new PartialObject(new ObjectRef(Kind.SERVICE, value, value), new Marks(map, map), Guards.ALL),
                        new FullNamespace(value, new Marks(map, map), Guards.ALL),
                        application(name, value),
                        new ApplicationSet(name, 0, List.of(value), List.of(application(name, value))),
                        new FluxKustomization(
                                name,
                                List.of(value),
                                new Timing(value, value),
                                new SourceRef(value, value, Optional.of(value)),
                                value,
                                Role.LEND),
                        new CollectionComponent(List.of(value, value)),
                        new Kustomization(List.of(value))))
                .allSatisfy(resource -> assertThat(printer.print(resource)).isNotEmpty());
    }

    private static Application application(ObjectName name, String value) {
        return new Application(
                name,
                0,
                value,
                new Source(value, value, value),
                new Destination(Optional.empty(), Optional.of(value)),
                Optional.of(new Automated(true, false)),
                List.of(value));
    }
}
