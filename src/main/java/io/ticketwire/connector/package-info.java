/**
 * Where callbacks come from: connectors, their credentials and settings, and the copy of them that the request path works
 * from.
 *
 * <p>How a provider signs and what its payloads mean is not here but in {@code ingress}.
 */
package io.ticketwire.connector;
