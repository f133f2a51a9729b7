package io.ticketwire.ingress.message;

/**
 * Why a message failed.
 *
 * @param code the provider's, as text
 * @param reason the provider's, for people
 * @param permanent whether sending it again is of no use; null if unknown
 */
public record MessageError(String code, String reason, Boolean permanent) {}
