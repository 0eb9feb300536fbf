package dev.waymark.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Istio's page on waypoints has: the Gateways, and the labels that enroll their users. */
public final class SeedPage {
    private SeedPage() {}

    public static List<Tree> gateways() {
        return Yaml.trees(Resources.text("seed-page/gateways.yaml"));
    }

    /** Command lines of istioctl, each with the Gateway that it makes. */
    public static List<Tree> commands() {
        return Yaml.list(Resources.text("seed-page/commands.yaml"));
    }

    /** Which labels of Istio stand on what; of pods their own labels are given in place of a name. */
    public static List<Tree> labels() {
        return Yaml.list(Resources.text("seed-page/labels.yaml"));
    }

    /** The text of the objects that are labelled, and of some that are not, before they are. */
    public static String owner() {
        return Resources.text("seed-page/owner.yaml");
    }

    /** The labels of Istio on some objects, in the shape of {@link #labels}. */
    public static List<Tree> labelsOn(List<Tree> objects) {
        List<Tree> found = new ArrayList<>();
        for (Tree object : objects) {
            Tree metadata = object.at("metadata");
            Tree template = object.at("spec", "template", "metadata", "labels");
            add(found, Map.of("kind", object.text("kind"), "name", object.name()), metadata.at("labels"));
            add(found, Map.of("kind", "Pod", "matchLabels", labels(template, false)), template);
        }
        return found;
    }

    private static void add(List<Tree> found, Map<String, Object> subject, Tree labels) {
        Map<String, Object> ofIstio = labels(labels, true);
        if (!ofIstio.isEmpty()) {
            found.add(new Tree(subject).merge(new Tree(Map.of("labels", ofIstio))));
        }
    }

    private static Map<String, Object> labels(Tree labels, boolean ofIstio) {
        Map<String, Object> some = new LinkedHashMap<>(labels.map());
        some.keySet().removeIf(key -> key.startsWith("istio.io/") != ofIstio);
        return some;
    }
}
