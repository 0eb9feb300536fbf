/**
 * What is rendered, in the hands of those who take it: kubectl's Kustomize, and the upstream CustomResourceDefinitions;
 * what helps to write an intent, in shells and in the language server of editors; and the page of a review, in a browser.
 * These classes run in the profile {@code conformance}, where a tool or a file that is missing is a failure.
 */
@NullMarked
package dev.waymark.conformance;

import org.jspecify.annotations.NullMarked;
