/**
 * What an owner in another repository pastes to carry labels that intents want: a snippet for each tool, with what it does
 * not catch.
 */
@NullMarked
package dev.waymark.handover;

import org.jspecify.annotations.NullMarked;
