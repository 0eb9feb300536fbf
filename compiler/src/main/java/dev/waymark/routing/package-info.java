/**
 * The model of istiod: which waypoint the traffic to an object goes through, from labels, Gateways and namespaces
 * alone. It knows nothing of intents, so that what is rendered, what somebody else wrote and what a change leaves
 * behind are all judged by the same rules, which are those of Istio's {@code pilot/pkg/serviceregistry/ambient}.
 */
@NullMarked
package dev.waymark.routing;

import org.jspecify.annotations.NullMarked;
