/**
 * Amazon SES, which reports through SNS: messages of SNS signed by certificates that have to be fetched, and in them what
 * became of mails that were sent.
 */
package io.ticketwire.ingress.mail.ses;
