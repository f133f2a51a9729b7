package io.ticketwire.intelligence.similar;

/**
 * A word as it is compared.
 *
 * @param key a hash of its first letters, without case and accents; of all of it if it is a name
 * @param commonness the share of all messages, in any language, that one would expect to hold it if nothing else were known
 * @param isName whether it tells one matter from another: a number, an order id, an e-mail address, a link
 */
record Word(long key, float commonness, boolean isName) {}
