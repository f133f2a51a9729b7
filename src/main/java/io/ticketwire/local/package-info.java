/**
 * A real Kafka broker and a real Postgres in this process tree, their data in one folder: for a first run on a fresh machine,
 * for {@code quarkus:dev} and for tests. The cluster package leaves this package out, so nothing outside of it refers to it:
 * the main class finds it through {@link io.ticketwire.platform.launch.EmbeddedServices}.
 */
package io.ticketwire.local;
