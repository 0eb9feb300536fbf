package dev.waymark.testing;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.yaml.ManifestReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads manifests in a process of its own, keeps what an inventory would, and prints how many of each kind there are. */
public final class ManifestProbe {
    private ManifestProbe() {}

    public static void main(String[] names) throws InputException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SortedMap<String, Integer> kinds = new TreeMap<>();
        long start = System.nanoTime();
        List<Diagnostic> diagnostics = ManifestReader.read(
                        FileTree.work(),
                        Arrays.asList(names),
                        System.in,
                        object -> kinds.merge(object.kind(), 1, Integer::sum))
                .skipped();
        out.println(kinds);
        for (Diagnostic each : diagnostics) {
            out.println(each.severity().word() + "[" + each.code().id() + "] "
                    + each.span().orElseThrow() + " " + each.message());
        }
        out.println((System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
