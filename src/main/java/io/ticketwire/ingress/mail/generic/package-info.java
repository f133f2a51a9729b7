/** Mail of any source, in forms of our own: what it pipes to us, and what it reports on mails that were sent. */
package io.ticketwire.ingress.mail.generic;
