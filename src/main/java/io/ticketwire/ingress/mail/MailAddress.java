package io.ticketwire.ingress.mail;

/**
 * Somebody's address.
 *
 * @param name as it is shown, decoded; null if there is none
 * @param email bare, in lower case
 */
public record MailAddress(String name, String email) {}
