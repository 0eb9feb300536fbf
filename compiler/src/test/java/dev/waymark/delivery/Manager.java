package dev.waymark.delivery;

import java.util.Comparator;

/** Who owns fields: a name and how it writes, {@code Apply} or {@code Update}, which are two owners. */
record Manager(String name, String operation) implements Comparable<Manager> {
    private static final Comparator<Manager> ORDER =
            Comparator.comparing(Manager::name).thenComparing(Manager::operation);

    static Manager applying(String name) {
        return new Manager(name, "Apply");
    }

    static Manager updating(String name) {
        return new Manager(name, "Update");
    }

    boolean isUpdating() {
        return operation.equals("Update");
    }

    @Override
    public int compareTo(Manager other) {
        return ORDER.compare(this, other);
    }
}
