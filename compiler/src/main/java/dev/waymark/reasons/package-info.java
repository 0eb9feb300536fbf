/**
 * Why a target has the waypoint that it has, or none: the chain of what istiod looked at, in plain words, each with its
 * place, and what would have to change.
 */
@NullMarked
package dev.waymark.reasons;

import org.jspecify.annotations.NullMarked;
