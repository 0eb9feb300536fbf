package dev.waymark.cli;

/**
 * What a command takes beside options.
 *
 * @param usage how help shows it
 */
record Operands(String usage, Values values) {
    /** Intents to compile. */
    static final Operands INTENTS = new Operands("[INTENT...]", Values.FILES);
}
