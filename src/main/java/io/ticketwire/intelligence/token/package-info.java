/**
 * Cuts a text into words, numbers, punctuation and emoji, with their places; and what all word lists are read and looked up with:
 * rows of a resource, letters without accents, tables by hashes of words. Knows no language and no meaning.
 */
package io.ticketwire.intelligence.token;
