/** The scenarios: each sets a gateway up, warms it up, loads it and says what was measured. */
package io.ticketwire.bench.scenario;
