package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.Place;
import dev.waymark.yaml.Places;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Diagnostics with what services need of them: a place for each, and a fingerprint that no other one has. */
public record Findings(List<Finding> list) {
    public Findings {
        list = Collections.unmodifiableList(new ArrayList<>(list));
    }

    /**
     * The findings of one run.
     *
     * @param input what the command was told to read; stands for a file where no document was read
     */
    public static Findings of(List<Diagnostic> diagnostics, Places places, String input) {
        String first = places.firstFile().map(SourceFile::name).orElse(input);
        Map<String, Integer> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            String file = diagnostic.span().map(span -> span.file().name()).orElse(first);
            String hash = hash(diagnostic.code().id(), FileName.relative(file), pointer(diagnostic, places));
            String fingerprint = hash + ":" + seen.merge(hash, 1, Integer::sum);
            Region region = diagnostic.span().map(Region::of).orElse(Region.START);
            findings.add(new Finding(diagnostic, file, region, fingerprint));
        }
        return new Findings(findings);
    }

    private static String pointer(Diagnostic diagnostic, Places places) {
        return diagnostic
                .subject()
                .map(places::ofValue)
                .or(() -> diagnostic.span().map(places::of))
                .map(Place::pointer)
                .orElse("");
    }

    private static String hash(String... parts) {
        byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(text));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
