package dev.waymark.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a file may hold that nobody meant.
 *
 * @param content a byte is a character
 * @param harmless whether it is an intent all the same
 */
record HostileText(String name, String content, boolean harmless) {
    private static final String HEAD =
            "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: shop}\nspec:\n";
    private static final String GOOD = HEAD + "  waypoints:\n  - {namespace: shop, consumers: [{service: cart}]}\n";
    private static final int LARGE = 1 << 12;
    private static final int DEEP = 10_000;
    private static final int MANY = 1000;
    private static final int MEBIBYTE = 1 << 20;

    static List<HostileText> all() {
        List<HostileText> all = new ArrayList<>();
        addNothing(all);
        addBinary(all);
        addEncodings(all);
        addDeep(all);
        addLong(all);
        addMany(all);
        addOddYaml(all);
        return all;
    }

    private static HostileText of(String name, byte[] bytes, boolean harmless) {
        return new HostileText(name, new String(bytes, StandardCharsets.ISO_8859_1), harmless);
    }

    /** Whether one format of each command has to be enough. */
    boolean large() {
        return content.length() > LARGE;
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void add(List<HostileText> all, String name, String text) {
        all.add(of(name, text.getBytes(StandardCharsets.UTF_8), false));
    }

    private static void addHarmless(List<HostileText> all, String name, String text) {
        all.add(of(name, text.getBytes(StandardCharsets.UTF_8), true));
    }

    private static void addNothing(List<HostileText> all) {
        add(all, "nothing", "");
        add(all, "comments", "# a\n# b\n");
        add(all, "blanks", " \n\n \n");
        add(all, "separators", "---\n---\n...\n");
        add(all, "null", "~\n");
        add(all, "a word", "hello");
        add(all, "a list", "- a\n- b\n");
        add(all, "half an intent", HEAD + "  waypoints:\n  - {namespace: sh");
    }

    private static void addBinary(List<HostileText> all) {
        byte[] random = new byte[4096];
        new Random(1).nextBytes(random);
        all.add(of("random bytes", random, false));
        all.add(of("zeros", new byte[4096], false));
        add(all, "a program", "\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0>\0");
        String zip = "UEsDBBQAAAAAAAAAIQDPZg+pAQAAAAEAAAABAAAAYWJQSwUGAAAAAAEAAQAvAAAAIAAAAAAA";
        all.add(of("an archive", Base64.getDecoder().decode(zip), false));
        add(all, "a zero in an intent", GOOD + "\0");
        add(all, "an escape in an intent", HEAD + "  \"a\u001B[31mb\": 1\n");
        add(all, "an eight-bit control", HEAD + "  \"a\u009B31mb\": 1\n");
        add(all, "a delete sign", HEAD + "  \"a\u007Fb\": 1\n");
        add(all, "signs that turn text", HEAD + "  \"a\u202Eb\u2066\u200B\u200F\u2028\": 1\n");
    }

    private static void addEncodings(List<HostileText> all) {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            all.add(of(charset.name(), GOOD.getBytes(charset), false));
        }
        all.add(of("Latin-1", (GOOD + "# \u00E4\n").getBytes(StandardCharsets.ISO_8859_1), false));
        addHarmless(all, "a byte-order mark", "\uFEFF" + GOOD);
        addHarmless(all, "CRLF", GOOD.replace("\n", "\r\n"));
        addHarmless(all, "CR", GOOD.replace("\n", "\r"));
        addHarmless(all, "two byte-order marks", "\uFEFF\uFEFF" + GOOD);
    }

    private static void addDeep(List<HostileText> all) {
        add(all, "deep lists", HEAD + "  x: " + "[".repeat(DEEP) + "]".repeat(DEEP));
        add(all, "deep lists without an end", HEAD + "  x: " + "[".repeat(DEEP));
        add(all, "deep mappings", HEAD + "  x: " + "{a: ".repeat(DEEP) + "}".repeat(DEEP));
        add(all, "deep lists without brackets", HEAD + "  x:\n  " + "- ".repeat(DEEP) + "a\n");
        add(all, "deep keys", "? ".repeat(DEEP) + "a");
        add(all, "deep mappings without braces", nested(2000));
        add(
                all,
                "aliases of aliases",
                IntStream.range(1, 30)
                        .mapToObj(level -> "a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1))
                        .collect(Collectors.joining("", HEAD + "a0: &a0 x\n", "")));
        add(all, "an alias of itself", HEAD + "  waypoints: &a [*a]\n");
    }

    private static String nested(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(level -> " ".repeat(level) + "a:\n")
                .collect(Collectors.joining());
    }

    private static void addLong(List<HostileText> all) {
        String mebibyte = "a".repeat(MEBIBYTE);
        add(all, "a long value", HEAD + "  waypoints: [{namespace: " + mebibyte + "}]\n");
        add(all, "a long key", HEAD + "  ? \"" + mebibyte + "\"\n  : 1\n");
        add(all, "a long implicit key", HEAD + "  " + mebibyte + ": 1\n");
        add(all, "a long number", HEAD + "  waypoints: [{namespace: a, replicas: " + "9".repeat(MEBIBYTE) + "}]\n");
        add(all, "a long hexadecimal", HEAD + "  waypoints: [{namespace: a, replicas: 0x" + "f".repeat(DEEP) + "}]\n");
        add(all, "a large exponent", HEAD + "  waypoints: [{namespace: a, replicas: 1e999999999}]\n");
        add(all, "a long kind", "apiVersion: waymark.dev/v1alpha1\nkind: " + mebibyte + "\n");
        add(all, "a long version", "apiVersion: " + mebibyte + "\nkind: MeshIntent\n");
        add(all, "a long anchor", HEAD + "  waypoints: &" + mebibyte + " []\n");
        add(all, "a long tag", HEAD + "  waypoints: !" + mebibyte + " []\n");
        addHarmless(all, "a long comment", GOOD + "# " + mebibyte);
        addHarmless(all, "a long blank", GOOD + " ".repeat(MEBIBYTE));
        addHarmless(all, "a long text", GOOD.replace("namespace", "annotations: {a: " + mebibyte + "}, namespace"));
    }

    private static void addMany(List<HostileText> all) {
        add(all, "many documents", "--- a\n".repeat(MANY));
        add(all, "many keys", HEAD + lines("  k%d: 1\n"));
        add(all, "many times one key", HEAD + "  waypoints: []\n".repeat(MANY));
        add(all, "many anchors", HEAD + "  waypoints: [" + "&a x,".repeat(MANY) + "]\n");
        add(all, "many mistakes on a line", HEAD + "  waypoints: [" + "{name: A},".repeat(MANY / 4) + "]\n");
        addHarmless(all, "many suppressions", GOOD + "# waymark:allow WM2003 because a\n".repeat(MANY));
        addHarmless(all, "many lines", GOOD + "\n".repeat(MEBIBYTE));
    }

    private static String lines(String format) {
        return IntStream.range(0, MANY).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static void addOddYaml(List<HostileText> all) {
        add(all, "a later YAML", "%YAML 3.0\n---\n" + GOOD);
        add(all, "a tag of its own", "%TAG ! tag:a,2026:\n---\n!a b\n");
        add(all, "a class to load", HEAD + "  waypoints: !!javax.script.ScriptEngineManager [x]\n");
        add(all, "a tab", "\tapiVersion: a\n");
        add(all, "half a character", HEAD + "  waypoints: [{namespace: \"\\uD800\"}]\n");
        add(all, "no character", HEAD + "  waypoints: [{namespace: \"\\uFFFF\"}]\n");
        add(all, "an escaped zero", HEAD + "  waypoints: [{namespace: \"\\0\"}]\n");
        add(all, "everything at once", Hostile.INTENT);
    }

    @Override
    public String toString() {
        return name;
    }
}
