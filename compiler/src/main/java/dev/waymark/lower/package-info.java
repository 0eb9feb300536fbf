/**
 * Turns the mesh into the documents to be written: a stream, unit by unit, so that no phase holds the whole output.
 */
@NullMarked
package dev.waymark.lower;

import org.jspecify.annotations.NullMarked;
