/** Zendesk: webhooks for its own events, and for triggers, whose JSON somebody typed. */
package io.ticketwire.ingress.ticket.zendesk;
