/** What SendGrid reports on mails that were sent, and how it signs. */
package io.ticketwire.ingress.mail.sendgrid;
