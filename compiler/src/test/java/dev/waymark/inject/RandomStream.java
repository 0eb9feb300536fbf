package dev.waymark.inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Streams of manifests, laid out in all the ways in which people and programs lay them out. */
final class RandomStream {
    private static final List<String> NAMES = List.of("cart", "pay", "web", "db", "other");
    private static final List<String> COMMENTS = List.of("", "  # a comment", " #x");

    private final Random random;

    RandomStream(long seed) {
        this.random = new Random(seed);
    }

    String documents(int count) {
        StringBuilder stream = new StringBuilder(random.nextBoolean() ? "" : "# made by somebody\n");
        for (int index = 0; index < count; index++) {
            String document = document();
            stream.append("---").append(one(COMMENTS)).append('\n');
            stream.append(random.nextInt(8) == 0 ? document.replace("\n", "\r\n") : document);
            stream.append(random.nextInt(9) == 0 ? "...\n" : "");
        }
        return stream.toString();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String document() {
        return switch (random.nextInt(13)) {
            case 0 ->
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + one(NAMES) + "}\ndata:\n  text: |\n"
                        + "    kind: Service\n    name: cart\n     ---\n";
            case 1 -> "kind:   Unknown\nspec:\n- 'a':  [1,   2]\n";
            case 2 -> json();
            case 3 -> "apiVersion: v1\nkind: List\nitems:\n" + item() + item();
            case 4 -> "apiVersion: v1\nkind: ServiceList\nitems:\n" + untyped() + untyped();
            case 5 -> "[" + json().strip() + ",\n " + json().strip() + "]\n";
            case 6 -> "kind: Regex\nvalue: '\\w?'\nbad: 'a\\\n  b'\n? name\n: cart\n";
            default -> random.nextBoolean() ? block(service(), "") : block(deployment(), "");
        };
    }

    private String json() {
        return "{\"apiVersion\": \"v1\", \"kind\": \"Service\",\n \"metadata\": {\"name\": \"" + one(NAMES)
                + "\", \"namespace\": \"shop\"" + one(List.of("", ", \"labels\": {}", ", \"labels\": {\"app\": \"x\"}"))
                + "}}\n";
    }

    private String item() {
        String block = block(service(), "  ");
        return "- " + block.substring(2);
    }

    /** An item of a list of one kind. */
    private String untyped() {
        return "- " + block(metadata(""), "  ").substring(2);
    }

    private static String block(List<String> lines, String indent) {
        StringBuilder text = new StringBuilder();
        lines.forEach(
                line -> text.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
        return text.toString();
    }

    private List<String> service() {
        List<String> lines = new ArrayList<>(List.of("apiVersion: v1", "kind: Service"));
        lines.addAll(metadata(""));
        lines.add("spec: {ports: [{port: 80}]" + one(List.of("", ", name: *shared")) + "}" + one(COMMENTS));
        return lines;
    }

    private List<String> deployment() {
        List<String> lines = new ArrayList<>(List.of("apiVersion: apps/v1", "kind: \"Deployment\""));
        lines.addAll(metadata(""));
        lines.addAll(List.of("spec:", "  template:"));
        lines.addAll(random.nextBoolean() ? metadata("    ") : List.of("    spec: {containers: []}"));
        return lines;
    }

    /** Of an object, or of a pod template. */
    private List<String> metadata(String indent) {
        String step = " ".repeat(2 + 2 * random.nextInt(2));
        String name = one(List.of("%s", "'%s'", "\"%s\"")).formatted(one(NAMES));
        List<String> lines = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            lines.add(indent + "metadata: {namespace: shop, name: " + name
                    + one(List.of("", ", labels: {}", ", labels: {a: b}")) + "}" + one(COMMENTS));
            return lines;
        }
        lines.add(indent + "metadata:" + one(COMMENTS));
        lines.addAll(random.nextBoolean() ? List.of(indent + step + "# first", "") : List.of());
        lines.addAll(
                random.nextInt(5) == 0 ? List.of(indent + step + "wide: \"\uD83D\uDED2, \uD83D\uDE42\"") : List.of());
        lines.add(indent + step + "name:   " + one(List.of("", "", "&shared ")) + name + one(COMMENTS));
        lines.add(indent + step + "namespace: shop");
        switch (random.nextInt(5)) {
            case 0 -> lines.add(indent + step + "labels:" + one(COMMENTS));
            case 1 -> lines.add(indent + step + "labels: {\"a\": b , c: 'd'}" + one(COMMENTS));
            case 2 ->
                lines.addAll(List.of(
                        indent + step + "labels:", indent + step + step + "# in", indent + step + step + "app:  x"));
            case 3 -> lines.add(indent + step + "labels: " + one(List.of("null", "~", "{}")) + one(COMMENTS));
            default -> lines.add(indent + step + "annotations: {}");
        }
        return lines;
    }
}
