/** In which language a text is written. */
package io.ticketwire.intelligence.language;
