package dev.waymark.yaml;

import java.util.regex.Pattern;

/** The types of the core schema, YAML 1.2.2 section 10.3.2. */
public enum ScalarType {
    NULL("null|Null|NULL|~|"),
    BOOLEAN("true|True|TRUE|false|False|FALSE"),
    INTEGER("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    FLOAT("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"),
    STRING("(?s).*");

    private static final String PLAIN_WORD_STARTS = "nN~tTfF-+.0123456789";

    private final Pattern pattern;

    ScalarType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The type of a scalar that stands without quotes. */
    public static ScalarType ofPlain(String text) {
        if (!text.isEmpty() && PLAIN_WORD_STARTS.indexOf(text.charAt(0)) < 0) {
            return STRING;
        }
        for (ScalarType type : values()) {
            if (type.pattern.matcher(text).matches()) {
                return type;
            }
        }
        return STRING;
    }
}
