/**
 * What an author wrote, as records: every value keeps its place. Nothing is resolved or derived here; documents have
 * passed the schema, so that binding cannot fail.
 */
@NullMarked
package dev.waymark.intent;

import org.jspecify.annotations.NullMarked;
