package dev.waymark.cli;

/** Texts that would do harm where somebody forgets to escape them. */
final class Hostile {
    /** In a file's name; no slash, since that is what separates folders. */
    static final String FILE = "a\n::error::%0A,line=9:\"'\u202E\u001B[31m](x).yaml";

    private static final String VALUE = "\\n::error file=x::%0A%25\\r\\\"\\u202E\\e[31m {0} [click](http:\\/\\/x)";

    /** Each in a place from which a message repeats it. */
    static final String INTENT = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: shop}
            spec:
              waypoints:
              - namespace: "%1$s"
                name: "::error::%1$s"
                consumers:
                - service: "%1$s"
                "%1$s": 1
              - {namespace: a, for: "%1$s"}
            """.formatted(VALUE);

    private Hostile() {}
}
