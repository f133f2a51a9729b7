/**
 * Delay tiers: deliveries that wait, on the broker and not in memory. The router chooses the waiting room, the pumps move
 * what is due onward. Promise: never before its time; as soon as possible after.
 */
package io.ticketwire.retry;
