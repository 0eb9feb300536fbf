package dev.waymark.maven;

import dev.waymark.MeshCompiler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Which build of the plugin runs: a snapshot may be another one tomorrow, under the same version. */
final class Built {
    private Built() {}

    /** The same as long as the plugin and the compiler are; never the same where they lie in folders of classes. */
    static String stamp() {
        return Built.class.getPackage().getImplementationVersion() + " " + stamp(Built.class) + " "
                + stamp(MeshCompiler.class);
    }

    private static String stamp(Class<?> part) {
        return Optional.ofNullable(part.getProtectionDomain().getCodeSource())
                .map(Built::stamp)
                .orElse("");
    }

    private static String stamp(CodeSource source) {
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isDirectory(jar)
                    ? "folder at " + System.nanoTime()
                    : Files.size(jar) + "@" + Files.getLastModifiedTime(jar).toMillis();
        } catch (URISyntaxException | IOException e) {
            return String.valueOf(source.getLocation());
        }
    }
}
