/**
 * What was written before: one lock for each unit, beside the files that it lists. It is an input of the next render,
 * since only what it lists may be replaced or removed.
 */
@NullMarked
package dev.waymark.lock;

import org.jspecify.annotations.NullMarked;
