/**
 * What the signature schemes of senders have in common: digests in headers, tokens in headers, signed times, and the trail
 * of steps that explains to a person why a request was refused.
 *
 * <p>Which of them a sender uses is in its provider's file.
 */
package io.ticketwire.ingress.signature;
