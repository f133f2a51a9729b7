/** WhatsApp by Meta's Cloud API: messages of customers, what became of ours, and buttons. */
package io.ticketwire.ingress.chat.whatsapp;
