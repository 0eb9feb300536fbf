package dev.waymark.kube;

import java.util.regex.Pattern;

/** What may stand in labels (k8s.io/apimachinery {@code util/validation}: IsQualifiedName, IsValidLabelValue). */
public final class LabelSyntax {
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private LabelSyntax() {}

    /** Lower-case words with dots between them, as most objects are named (RFC 1123 subdomain), of any length. */
    public static boolean isSubdomain(String text) {
        return SUBDOMAIN.matcher(text).matches();
    }

    public static boolean isKey(String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        boolean good = slash < 0 || (prefix.length() <= LONGEST_PREFIX && isSubdomain(prefix));
        return good && isName(key.substring(slash + 1));
    }

    public static boolean isValue(String value) {
        return value.isEmpty() || isName(value);
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }
}
