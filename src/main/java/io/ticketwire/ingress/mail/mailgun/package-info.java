/** What Mailgun's routes pass on, what its webhooks report, and how it signs both. */
package io.ticketwire.ingress.mail.mailgun;
