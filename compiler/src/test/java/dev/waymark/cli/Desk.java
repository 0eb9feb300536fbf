package dev.waymark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with intents that have errors, warnings or nothing at all, and a place for the output. */
record Desk(Path root) {
    private static final String HEAD =
            "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: shop}\nspec:\n";

    /** An intent without a problem. */
    String good() throws IOException {
        return file("good.yaml", HEAD + "  waypoints:\n  - {namespace: shop, consumers: [{service: cart}]}\n");
    }

    /** An intent with one warning. */
    String doubtful() throws IOException {
        return file("doubtful.yaml", HEAD + "  waypoints:\n  - {name: main, namespace: shop}\n");
    }

    /** An intent with one note. */
    String notable() throws IOException {
        String consumers = "[{workload: Rollout/web}]";
        return file("notable.yaml", HEAD + "  waypoints:\n  - {namespace: shop, consumers: " + consumers + "}\n");
    }

    /** An intent with one error, {@code WM0005}, behind a character that takes two places in Java. */
    String bad() throws IOException {
        return file("bad.yaml", text());
    }

    static String text() {
        return "---\n---\n" + HEAD + "  waypoints:\n  - {namespace: shop, annotations: {a: \"😀\"}, consumer: []}\n";
    }

    String file(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text).toString();
    }

    String path(String name) {
        return root.resolve(name).toString();
    }

    Path out() {
        return root.resolve("out");
    }
}
