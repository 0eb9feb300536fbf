/**
 * Holds documents against the JSON Schemas that editors use too, and turns what the validator found into diagnostics
 * in the words of the schema itself: its titles, descriptions and examples.
 */
@NullMarked
package dev.waymark.schema;

import org.jspecify.annotations.NullMarked;
