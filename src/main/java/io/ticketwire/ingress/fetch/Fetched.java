package io.ticketwire.ingress.fetch;

/**
 * What came of a fetch.
 *
 * @param cacheControl the header; null if there is none
 * @param age the header; null if there is none
 */
public record Fetched(String body, String cacheControl, String age) {}
