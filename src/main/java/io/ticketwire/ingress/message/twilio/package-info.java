/** Twilio: messages of customers and what became of ours, as callbacks or out of an event stream. */
package io.ticketwire.ingress.message.twilio;
