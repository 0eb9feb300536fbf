package dev.waymark.maven;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;

/** Values of parameters that are one of a few words. */
final class Words {
    private Words() {}

    /** The constant whose name, in small letters, a parameter has as its value. */
    static <E extends Enum<E>> E one(String parameter, String value, List<E> allowed) throws MojoFailureException {
        List<String> words = allowed.stream().map(Words::word).toList();
        return allowed.get(words.indexOf(listed(parameter, value, words)));
    }

    /** The value of a parameter, if it is one of these. */
    static String listed(String parameter, String value, Collection<String> allowed) throws MojoFailureException {
        if (!allowed.contains(value)) {
            throw new MojoFailureException(
                    parameter + " is `" + value + "`; it may be " + String.join(" or ", allowed) + ".");
        }
        return value;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
