/**
 * What istiod and its webhook make of policies and routes: which are refused, what they are attached to, and what is
 * left of an AuthorizationPolicy that every ztunnel gets.
 */
@NullMarked
package dev.waymark.policy;

import org.jspecify.annotations.NullMarked;
