package dev.waymark.yaml;

/** Keeps one of equal strings, for those that were met lately: keys, labels and namespaces recur in every object. */
final class Strings {
    private static final int SLOTS = 1 << 15;
    private static final int LONGEST = 128;

    private final String[] slots = new String[SLOTS];

    String unique(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        if (!text.equals(slots[slot])) {
            slots[slot] = text;
        }
        return slots[slot];
    }
}
