/**
 * What happens before Quarkus starts: which services are configured, which ones are embedded, and whether the ground is clear.
 * Whatever is wrong here is told in one line and leaves nothing running. How a service is embedded is not known here.
 */
package io.ticketwire.platform.launch;
