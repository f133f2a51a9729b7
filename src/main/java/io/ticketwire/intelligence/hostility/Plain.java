package io.ticketwire.intelligence.hostility;

/**
 * A word that was written so that no filter finds it.
 *
 * @param word as it is meant, lower case, without accents
 * @param firstToken index of the first token that it is made of
 * @param lastToken index of the last
 */
public record Plain(String word, int firstToken, int lastToken) {}
