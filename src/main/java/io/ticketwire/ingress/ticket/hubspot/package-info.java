/** HubSpot Service Hub: lists of thin events, and the objects that workflows send. */
package io.ticketwire.ingress.ticket.hubspot;
