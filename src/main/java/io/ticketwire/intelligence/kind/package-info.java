/** Whether a person wrote a message, and whether anybody asked for it. */
package io.ticketwire.intelligence.kind;
