/** Jira Service Management, Cloud and Data Center: webhooks, and the requests of automation rules. */
package io.ticketwire.ingress.ticket.jira;
