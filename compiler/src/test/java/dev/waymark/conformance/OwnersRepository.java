package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A repository of owners, who include our components.
 *
 * @param components the rendered ones of a unit
 * @param manifests by kind and name
 */
record OwnersRepository(Path folder, Path components, Layout layout, Map<String, String> manifests) {
    /** How many kustomizations there are. */
    enum Layout {
        APP,
        NAMESPACE,
        CLUSTER
    }

    /** What an owner does to all names, beside our components. */
    enum Change {
        NONE,
        NAMESPACE,
        PREFIX
    }

    /** A kustomization: its manifests, their namespace, and the components that it includes. */
    private record Owning(String name, List<String> objects, String namespace, List<String> components) {}

    private static final String PREFIX = "eu-";
    private static final List<String> OF_SHOP =
            List.of("Namespace shop", "Service cart", "Service cart-2", "Deployment web", "ServiceEntry api.v2");
    private static final List<String> OF_BANK = List.of("Namespace bank", "Service vault");

    private static final Map<String, String> MANIFESTS = Map.of(
            "Namespace shop",
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}",
            "Namespace bank",
            "{apiVersion: v1, kind: Namespace, metadata: {name: bank}}",
            "Service cart",
            "{apiVersion: v1, kind: Service, metadata: {name: cart, NS}, spec: {ports: [{port: 80}]}}",
            "Service cart-2",
            "{apiVersion: v1, kind: Service, metadata: {name: cart-2, NS}, spec: {ports: [{port: 80}]}}",
            "Service vault",
            "{apiVersion: v1, kind: Service, metadata: {name: vault, NS}, spec: {ports: [{port: 80}]}}",
            "Deployment web",
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, NS}, spec: {selector: {matchLabels: {app: web}}, "
                    + "template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}}}",
            "ServiceEntry api.v2",
            "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: api.v2, NS}, spec: {hosts: [a.test]}}");

    OwnersRepository(Path folder, Path components, Layout layout) {
        this(folder, components, layout, MANIFESTS);
    }

    /** The same after an owner has deleted an object of its own. */
    OwnersRepository without(String object) {
        Map<String, String> fewer = new TreeMap<>(manifests);
        fewer.remove(object);
        return new OwnersRepository(folder, components, layout, fewer);
    }

    private List<Owning> owning() {
        return switch (layout) {
            case APP ->
                List.of(
                        new Owning("shop", List.of("Namespace shop"), "shop", List.of("shop/namespace")),
                        new Owning(
                                "cart",
                                List.of("Service cart", "Service cart-2"),
                                "shop",
                                List.of("shop/service_cart")),
                        new Owning("web", List.of("Deployment web"), "shop", List.of("shop/deployment_web")),
                        new Owning("api", List.of("ServiceEntry api.v2"), "shop", List.of("shop/serviceentry_api.v2")),
                        new Owning("vault", OF_BANK, "bank", List.of("bank/objects")));
            case NAMESPACE ->
                List.of(
                        new Owning("shop", OF_SHOP, "shop", List.of("shop/objects", "shop/namespace")),
                        new Owning("bank", OF_BANK, "bank", List.of("bank/objects")));
            case CLUSTER ->
                List.of(new Owning(
                        "cluster", List.of(), "", List.of("shop/objects", "shop/namespace", "bank/objects")));
        };
    }

    /** What building each kustomization comes to. */
    List<Outcome> outcomes(Kubectl kubectl, Change change) throws Exception {
        return outcomes(kubectl, change, 1);
    }

    private List<Outcome> outcomes(Kubectl kubectl, Change change, int times) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Owning each : owning()) {
            outcomes.add(kubectl.kustomize(write(each, change, times)));
        }
        return outcomes;
    }

    /** The labels of a waypoint on all objects that are built and have some; the prefix is taken off their names. */
    SortedMap<String, Map<String, String>> labels(Kubectl kubectl, Change change, int times) throws Exception {
        SortedMap<String, Map<String, String>> labels = new TreeMap<>();
        for (Outcome outcome : outcomes(kubectl, change, times)) {
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exit()).isZero();
            Yaml.trees(outcome.out()).forEach(object -> {
                if (!ours(object).isEmpty()) {
                    labels.put(object.text("kind") + " " + name(object, change), ours(object));
                }
            });
        }
        return labels;
    }

    private static String name(Tree object, Change change) {
        boolean prefixed = change == Change.PREFIX && !object.text("kind").equals("Namespace");
        assertThat(object.name().startsWith(PREFIX)).isEqualTo(prefixed);
        return prefixed ? object.name().substring(PREFIX.length()) : object.name();
    }

    private static Map<String, String> ours(Tree object) {
        Tree labelled = object.text("kind").equals("Deployment") ? object.at("spec", "template") : object;
        Map<String, String> ours = new LinkedHashMap<>();
        labelled.at("metadata", "labels").map().forEach((key, value) -> {
            if (key.startsWith("istio.io/")) {
                ours.put(key, (String) value);
            }
        });
        return ours;
    }

    private Path write(Owning owning, Change change, int times) throws IOException {
        return layout == Layout.CLUSTER ? writeCluster(owning, change, times) : writeOne(owning, change, times);
    }

    private Path writeOne(Owning owning, Change change, int times) throws IOException {
        StringBuilder text = new StringBuilder("resources: [objects.yaml]\n");
        text.append(words(change, owning.namespace()));
        return kustomization(owning, text.append(included(owning, times)), objects(owning, change));
    }

    /** A namespace is set in bases below; everything else beside the components. */
    private Path writeCluster(Owning owning, Change change, int times) throws IOException {
        Change below = change == Change.NAMESPACE ? change : Change.NONE;
        Owning shop = new Owning("base-shop", OF_SHOP, "shop", List.of());
        Owning bank = new Owning("base-bank", OF_BANK, "bank", List.of());
        writeOne(shop, below, 1);
        writeOne(bank, below, 1);
        StringBuilder text = new StringBuilder("resources: [../base-shop, ../base-bank]\n");
        text.append(change == Change.PREFIX ? words(change, "") : "");
        return kustomization(owning, text.append(included(owning, times)), "");
    }

    private static String words(Change change, String namespace) {
        return switch (change) {
            case NONE -> "";
            case NAMESPACE -> "namespace: " + namespace + "\n";
            case PREFIX -> "namePrefix: " + PREFIX + "\n";
        };
    }

    private String included(Owning owning, int times) {
        StringBuilder text = new StringBuilder(owning.components().isEmpty() ? "" : "components:\n");
        for (int time = 0; time < times; time++) {
            owning.components()
                    .forEach(component -> text.append("- ")
                            .append(folder.resolve(owning.name()).relativize(components.resolve(component)))
                            .append('\n'));
        }
        return text.toString();
    }

    /** Whoever sets the namespace does not write it into manifests. */
    private String objects(Owning owning, Change change) {
        String namespace = change == Change.NAMESPACE ? "labels: {}" : "namespace: " + owning.namespace();
        StringBuilder text = new StringBuilder();
        owning.objects().stream()
                .filter(manifests::containsKey)
                .forEach(
                        object -> text.append(manifests.getOrDefault(object, "").replace("NS", namespace))
                                .append("\n---\n"));
        return text.toString();
    }

    private Path kustomization(Owning owning, CharSequence text, String objects) throws IOException {
        Path path = Files.createDirectories(folder.resolve(owning.name()));
        Files.writeString(path.resolve("kustomization.yaml"), text);
        Files.writeString(path.resolve("objects.yaml"), objects);
        return path;
    }
}
