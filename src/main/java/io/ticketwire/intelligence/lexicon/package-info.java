/** Words of many languages as concepts that all of them share, and what negation does to them. */
package io.ticketwire.intelligence.lexicon;
