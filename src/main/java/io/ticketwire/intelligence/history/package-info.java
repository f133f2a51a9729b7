/** What was read before in a ticket and of a customer, as far as it bears on what is read now. Tables, and pure functions. */
package io.ticketwire.intelligence.history;
