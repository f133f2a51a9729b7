/** What a text names: addresses, numbers to call, ids, links, amounts. Scanned by hand, in linear time; nothing is looked up or checked elsewhere. */
package io.ticketwire.intelligence.entity;
