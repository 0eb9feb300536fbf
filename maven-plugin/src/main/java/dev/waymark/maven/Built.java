package dev.waymark.maven;

import dev.waymark.MeshCompiler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Which build of the compiler runs: a snapshot may be another one tomorrow, under the same version. */
final class Built {
    private Built() {}

    /** The same as long as the compiler is. */
    static String stamp() {
        return Optional.ofNullable(MeshCompiler.class.getProtectionDomain().getCodeSource())
                .map(Built::stamp)
                .orElse("");
    }

    private static String stamp(CodeSource source) {
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.size(jar) + "@" + Files.getLastModifiedTime(jar).toMillis();
        } catch (URISyntaxException | IOException e) {
            return String.valueOf(source.getLocation());
        }
    }
}
