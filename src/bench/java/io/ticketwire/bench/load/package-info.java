/** The load generator, a process: callbacks over HTTP and records straight onto the topics. Knows nothing of figures to reach. */
package io.ticketwire.bench.load;
