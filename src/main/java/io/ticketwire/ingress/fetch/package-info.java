/**
 * Fetching what signatures are checked with: small documents of hosts that are known beforehand, bounded in time and size.
 *
 * <p>What is fetched, and how long it is kept, is in the providers' files.
 */
package io.ticketwire.ingress.fetch;
