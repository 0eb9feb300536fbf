package dev.waymark.policy;

import dev.waymark.source.Span;

/**
 * Why the API server does not take a policy.
 *
 * @param words of Istio's webhook
 */
public record Refusal(String words, Span span) {}
