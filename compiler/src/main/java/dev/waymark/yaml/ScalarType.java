package dev.waymark.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/** The types of the core schema, YAML 1.2.2 section 10.3.2. */
public enum ScalarType {
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT,
    STRING;

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Pattern INTEGERS = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOATS = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    public boolean isNumber() {
        return this == INTEGER || this == FLOAT;
    }

    /** The type of a scalar that stands without quotes. */
    public static ScalarType ofPlain(String text) {
        if (NULLS.contains(text)) {
            return NULL;
        }
        if (BOOLEANS.contains(text)) {
            return BOOLEAN;
        }
        if ("-+.0123456789".indexOf(text.charAt(0)) < 0) {
            return STRING;
        }
        if (INTEGERS.matcher(text).matches()) {
            return INTEGER;
        }
        return FLOATS.matcher(text).matches() ? FLOAT : STRING;
    }
}
