/**
 * What a linear model misses of abuse: whom an insult is aimed at, threats, scorn without a bad word, words in disguise, and what
 * looks like abuse and is none. Rules over tables of words; learns nothing and gives no verdict.
 */
package io.ticketwire.intelligence.hostility;
