package io.ticketwire.ingress;

import io.ticketwire.connector.Connector;

/**
 * A request on its way.
 *
 * @param provider of the connector's type
 */
record Visit(IncomingRequest request, Connector connector, Provider provider) {}
