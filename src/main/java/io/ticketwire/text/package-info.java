/**
 * Text as it arrives, made fit to keep and to read: plain text out of HTML and Atlassian documents, without what a database or a
 * reader cannot hold; and what of a mail is new, quoted or signature. Pure functions; nothing here knows what a ticket is.
 */
package io.ticketwire.text;
