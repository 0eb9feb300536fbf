/**
 * What the compiler has to say: a closed catalogue of codes with their texts, and the log that collects them.
 * Nothing here knows where a message came from or how it will be printed.
 */
@NullMarked
package dev.waymark.diagnostic;

import org.jspecify.annotations.NullMarked;
