/**
 * The Kubernetes objects that are rendered, as typed records, and the words that Istio and Kubernetes use for them.
 * Each record knows the tree that its document must have, so that what a template printed can be compared with it.
 */
@NullMarked
package dev.waymark.kube;

import org.jspecify.annotations.NullMarked;
