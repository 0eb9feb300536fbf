package dev.waymark.lower;

import dev.waymark.kube.ObjectRef;

/** Names of files: {@code <kind>_<name>.yaml}, lower case as the names of Kubernetes are. */
final class FileName {
    /** The most that common file systems take; names of Kubernetes are ASCII, so that characters are bytes. */
    private static final int LONGEST = 255;

    private FileName() {}

    static String yaml(String kind, String name) {
        return cut(kind + "_" + name, LONGEST - ".yaml".length()) + ".yaml";
    }

    static String folder(ObjectRef object) {
        return cut(object.kind().fileWord() + "_" + object.name(), LONGEST);
    }

    private static String cut(String name, int length) {
        return name.substring(0, Math.min(name.length(), length));
    }
}
