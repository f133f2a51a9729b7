/**
 * What messaging providers have in common: a message in the words of {@code message.*}, and phone numbers.
 *
 * <p>How a provider signs and what its payloads look like is in its own file.
 */
package io.ticketwire.ingress.message;
