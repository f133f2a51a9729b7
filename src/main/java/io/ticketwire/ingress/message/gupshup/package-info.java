/** Gupshup's WhatsApp: messages of customers and what became of ours. */
package io.ticketwire.ingress.message.gupshup;
