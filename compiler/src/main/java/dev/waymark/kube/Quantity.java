package dev.waymark.kube;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of a resource as Kubernetes writes it (apimachinery {@code resource.ParseQuantity}). */
public final class Quantity {
    private static final Pattern PARTS = Pattern.compile("([-+]?[0-9.]+)(?:([eE][-+]?[0-9]+)|(.*))");
    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    /** Each a thousand times the one before it. */
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");

    private Quantity() {}

    /** How much it is, in the unit of the resource. */
    public static BigDecimal value(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        if (parts.group(2) != null) {
            return new BigDecimal(text);
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        String unit = parts.group(3);
        return BINARY.contains(unit)
                ? number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(unit) + 1))
                : number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(unit) - DECIMAL.indexOf("")));
    }
}
