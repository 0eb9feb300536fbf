package dev.waymark.review;

import java.util.stream.Stream;

/** Finds effects of a kind. */
interface Detector {
    Stream<Effect> find(Change change);
}
