/**
 * Prints records through templates of the same name. A value of the user's cannot change the structure of a document:
 * every interpolation passes the YAML output format, templates that would go round it are refused when they are loaded,
 * and what was printed is read again and compared with the record.
 */
@NullMarked
package dev.waymark.render;

import org.jspecify.annotations.NullMarked;
