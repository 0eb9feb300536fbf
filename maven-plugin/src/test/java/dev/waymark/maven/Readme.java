package dev.waymark.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documentation of the plugin, part by part. */
final class Readme {
    private static final Pattern SNIPPET = Pattern.compile("<!-- from: (\\S+) -->\n```xml\n(.*?)```\n", Pattern.DOTALL);

    private Readme() {}

    /** A piece of a file that a reader may copy. */
    record Snippet(String file, String text) {}

    static String text() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    static Stream<Snippet> snippets() throws IOException {
        return SNIPPET.matcher(text()).results().map(Readme::snippet);
    }

    private static Snippet snippet(MatchResult found) {
        return new Snippet(found.group(1), found.group(2));
    }

    /** What stands between a mark and the end that follows it. */
    static String part(String mark) throws IOException {
        String begin = "<!-- " + mark + " -->\n";
        String text = text();
        int start = text.indexOf(begin) + begin.length();
        return text.substring(start, text.indexOf("<!-- end -->", start));
    }
}
