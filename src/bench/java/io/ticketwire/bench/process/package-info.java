/** The processes of a run: how they are started, told what to do, watched and stopped. Knows nothing of what is measured. */
package io.ticketwire.bench.process;
