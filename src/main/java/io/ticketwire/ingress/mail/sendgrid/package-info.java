/** SendGrid: how it signs, and what it reports on mails that were sent. */
package io.ticketwire.ingress.mail.sendgrid;
