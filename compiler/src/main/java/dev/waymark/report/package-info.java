/**
 * Printers: the same diagnostics for people, with the lines of their files, and for programs. Nothing of an input
 * reaches a terminal raw.
 */
@NullMarked
package dev.waymark.report;

import org.jspecify.annotations.NullMarked;
