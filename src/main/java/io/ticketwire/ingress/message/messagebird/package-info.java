/** MessageBird: SMS reports and messages by query or form, conversations as JSON. */
package io.ticketwire.ingress.message.messagebird;
