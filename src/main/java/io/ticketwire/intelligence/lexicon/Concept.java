package io.ticketwire.intelligence.lexicon;

/**
 * What words of several languages say alike.
 *
 * @param id English, in snake case
 * @param index from 0, in the order of the file
 */
public record Concept(String id, int index, ConceptClass kind) {}
