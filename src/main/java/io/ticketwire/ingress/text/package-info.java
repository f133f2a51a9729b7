/**
 * Text as it arrives, made fit to keep: plain text out of HTML and Atlassian documents, without what a database or a
 * reader cannot hold. Pure functions; nothing here knows what a ticket is.
 */
package io.ticketwire.ingress.text;
