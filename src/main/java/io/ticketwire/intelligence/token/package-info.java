/** Cuts a text into words, numbers, punctuation and emoji, with their places. Knows no language and no meaning. */
package io.ticketwire.intelligence.token;
