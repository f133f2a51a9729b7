/**
 * What a linear model misses of abuse: whom an insult is aimed at, threats, scorn without a bad word, words in disguise, and what
 * looks like abuse and is none. Rules over tables of words; learns nothing and gives no verdict. Its patterns are of roles,
 * clauses and closed gaps over words as they are meant, and can begin with a role; fixed phrases of words as they are written are
 * found by {@code phrase}.
 */
package io.ticketwire.intelligence.hostility;
