package dev.waymark.yaml;

import dev.waymark.diagnostic.Suppression;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;

/**
 * Finds the comments {@code # waymark:allow CODE because REASON}. One behind a value counts for its own line. One that
 * stands alone counts for the next line, and so do several above each other, each of which names one code.
 */
public final class SuppressionReader {
    private static final String MARK = "waymark:allow";
    private static final Pattern COMMENT = Pattern.compile(
            "\\s*" + MARK + "(?!\\S)\\s*(?<code>\\S*)(?:\\s+because\\s+(?<reason>\\S.*))?.*", Pattern.DOTALL);

    private final SourceFile file;
    private final List<Found> found = new ArrayList<>();
    private final Set<Integer> linesOfTheirOwn = new HashSet<>();

    private SuppressionReader(SourceFile file) {
        this.file = file;
    }

    /** A comment whose line is not known yet. */
    private record Found(String code, String reason, Span span) {}

    /** All of a text, up to where it is no YAML. */
    public static List<Suppression> read(SourceFile file) {
        if (!file.text().contains(MARK)) {
            return List.of();
        }
        SuppressionReader reader = new SuppressionReader(file);
        reader.scan();
        return reader.suppressions();
    }

    /** Tokens are enough: what the parser makes of comments between them is of no use here. */
    private void scan() {
        try {
            LoadSettings settings = Settings.COMMENTS.of(file.text());
            Scanner scanner = new ScannerImpl(settings, new StreamReader(settings, file.text()));
            while (scanner.hasNext()) {
                if (scanner.next() instanceof CommentToken comment) {
                    add(comment);
                }
            }
        } catch (YamlEngineException notYaml) {
            // YamlReader reports it.
        }
    }

    private void add(CommentToken comment) {
        Matcher words = COMMENT.matcher(comment.getValue());
        if (words.matches()) {
            Span span = new Span(file, offset(comment.getStartMark()), offset(comment.getEndMark()));
            String reason = Optional.ofNullable(words.group("reason")).orElse("");
            found.add(new Found(words.group("code"), reason.strip(), span));
            if (isFirstOfItsLine(span)) {
                linesOfTheirOwn.add(span.line());
            }
        }
    }

    private boolean isFirstOfItsLine(Span span) {
        String line = file.lineText(span.line());
        return line.substring(0, line.offsetByCodePoints(0, span.column() - 1)).isBlank();
    }

    /** From the last one up: what stands above another counts where that does. */
    private List<Suppression> suppressions() {
        Map<Integer, Integer> lines = new HashMap<>();
        List<Suppression> suppressions = new ArrayList<>();
        for (int index = found.size() - 1; index >= 0; index--) {
            Found comment = found.get(index);
            int line = comment.span.line();
            if (linesOfTheirOwn.contains(line)) {
                int counted = lines.getOrDefault(line + 1, line + 1);
                lines.put(line, counted);
                line = counted;
            }
            suppressions.add(Suppression.ofLine(comment.code, comment.reason, comment.span, line));
        }
        Collections.reverse(suppressions);
        return suppressions;
    }

    private static int offset(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }
}
