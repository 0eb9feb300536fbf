package dev.waymark.kube;

import java.util.regex.Pattern;

/**
 * The texts that Istio reads as IP addresses, those of Go's {@code net/netip}: no leading zeros in IPv4, zones in IPv6.
 * Nothing is ever looked up.
 */
public final class IpSyntax {
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

    private static final int GROUPS = 8;
    private static final int BITS_OF_IPV4 = 32;
    private static final int BITS_OF_IPV6 = 128;

    private IpSyntax() {}

    /** {@code netip.ParseAddr} */
    public static boolean isAddress(String text) {
        return isIpv4(text) || isIpv6(text);
    }

    /** {@code netip.ParsePrefix}: an address without a zone, a slash and the length of the prefix. */
    public static boolean isRange(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0 || text.indexOf('%') >= 0) {
            return false;
        }
        String address = text.substring(0, slash);
        String bits = text.substring(slash + 1);
        return isAddress(address) && BITS.matcher(bits).matches() && Integer.parseInt(bits) <= bitsOf(address);
    }

    /** Whether a range holds more than one address. */
    public static boolean isWide(String range) {
        int slash = range.lastIndexOf('/');
        return isRange(range) && Integer.parseInt(range.substring(slash + 1)) < bitsOf(range.substring(0, slash));
    }

    private static int bitsOf(String address) {
        return isIpv4(address) ? BITS_OF_IPV4 : BITS_OF_IPV6;
    }

    private static boolean isIpv4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String text) {
        int percent = text.indexOf('%');
        boolean emptyZone = percent == text.length() - 1;
        String address = withoutIpv4Tail(percent < 0 ? text : text.substring(0, percent));
        int gap = address.indexOf("::");
        if (emptyZone || gap < 0) {
            return !emptyZone && groups(address) == GROUPS;
        }
        int before = groupsOrNone(address.substring(0, gap));
        int after = groupsOrNone(address.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** The last 32 bits may be written as IPv4, which takes the place of two groups. */
    private static String withoutIpv4Tail(String address) {
        int tail = address.lastIndexOf(':') + 1;
        return tail > 0 && isIpv4(address.substring(tail)) ? address.substring(0, tail) + "0:0" : address;
    }

    private static int groupsOrNone(String text) {
        return text.isEmpty() ? 0 : groups(text);
    }

    /** How many groups there are; -1 if one of them is none. */
    private static int groups(String text) {
        String[] groups = text.split(":", -1);
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                return -1;
            }
        }
        return groups.length;
    }
}
