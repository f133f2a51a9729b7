/** Intercom: notifications about conversations and tickets, of both generations of its API. */
package io.ticketwire.ingress.ticket.intercom;
