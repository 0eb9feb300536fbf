/**
 * The directory that is rendered into. What is written is staged and verified before anything of it is visible; what is
 * replaced or removed is only what a lock says is ours, as we left it.
 */
@NullMarked
package dev.waymark.output;

import org.jspecify.annotations.NullMarked;
