/**
 * The benchmark: starts the package, a receiver and a load generator as processes of their own, and measures. Not part of
 * any package that is shipped; see {@code src/bench/README.md}.
 */
package io.ticketwire.bench;
