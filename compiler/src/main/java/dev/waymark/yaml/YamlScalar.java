package dev.waymark.yaml;

import dev.waymark.source.Span;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A single value.
 *
 * @param text what it says, without quotes and escapes
 * @param type what YAML 1.2's core schema makes of it
 */
public record YamlScalar(Span span, String text, ScalarType type) implements YamlNode {
    /** Whether it is infinite, or no number though its type is one: then it has no digits. */
    public boolean isEndless() {
        return type == ScalarType.FLOAT && text.chars().noneMatch(Character::isDigit);
    }

    /** The value of an {@link ScalarType#INTEGER}, or of a {@link ScalarType#FLOAT} without a fraction. */
    public BigInteger integer() {
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return new BigDecimal(text).toBigIntegerExact();
    }
}
