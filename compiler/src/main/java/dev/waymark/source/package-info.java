/**
 * Texts that people wrote, and places in them. This package and {@code output} are the only ones that touch
 * files: everything above works on {@link dev.waymark.source.SourceFile} values and cannot fail for want of a disk.
 */
@NullMarked
package dev.waymark.source;

import org.jspecify.annotations.NullMarked;
