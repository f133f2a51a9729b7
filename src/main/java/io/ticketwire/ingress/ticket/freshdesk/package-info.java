/** Freshdesk: the webhooks of its automations, as JSON or as a form. */
package io.ticketwire.ingress.ticket.freshdesk;
