package dev.waymark.source;

import dev.waymark.source.Source.Damage;
import java.io.IOException;

/** Ends a text whose bytes cannot be read as one. */
public final class DamagedTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    DamagedTextException(Damage damage) {
        super(damage.toString());
        this.damage = damage;
    }

    public Damage damage() {
        return damage;
    }
}
