/** What was measured, as a table for people and as JSON. */
package io.ticketwire.bench.report;
