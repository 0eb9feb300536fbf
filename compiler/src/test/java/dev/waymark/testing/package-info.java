/**
 * What tests of several packages share: intents that compile, what they are rendered to, and YAML and schemas as plain
 * values.
 */
@NullMarked
package dev.waymark.testing;

import org.jspecify.annotations.NullMarked;
