package dev.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What somebody probably meant by a value, after one of the slips that are made most. */
final class NearValue {
    private static final String QUOTES = "[\u2018\u2019\u201c\u201d]";
    private static final List<UnaryOperator<String>> MENDINGS = List.of(
            text -> text.toLowerCase(Locale.ROOT),
            text -> text.toLowerCase(Locale.ROOT).replace('_', '-'),
            NearValue::capitalized,
            text -> text.replaceAll(QUOTES, ""),
            text -> text.replaceFirst("^[a-z]+://([^:/]+).*$", "$1"),
            text -> text.replaceFirst("^([^.]+)\\.([^.]+)\\.svc(?:\\..*)?$", "$2/$1"));

    private NearValue() {}

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The text in the shape that is wanted, if it only takes a small change. */
    static Optional<String> of(Rule rule, String text) {
        return MENDINGS.stream()
                .map(mending -> mending.apply(text))
                .filter(mended -> !mended.equals(text) && rule.takes(mended))
                .findFirst();
    }

    /** A text as the truth or the number that it stands for. */
    static Optional<String> ofType(String type, String text) {
        return switch (type) {
            case "boolean" -> truth(text.toLowerCase(Locale.ROOT));
            case "integer" -> text.matches("[0-9]{1,9}") ? Optional.of(text) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> truth(String text) {
        return switch (text) {
            case "true", "yes", "on", "y" -> Optional.of("true");
            case "false", "no", "off", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
