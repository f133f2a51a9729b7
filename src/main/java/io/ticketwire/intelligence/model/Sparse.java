package io.ticketwire.intelligence.model;

/** A sparse vector by itself. */
public record Sparse(int[] buckets, float[] values) {}
