/** Texts as sparse vectors, and the linear heads that read them: int8 weights in one file. */
package io.ticketwire.intelligence.model;
