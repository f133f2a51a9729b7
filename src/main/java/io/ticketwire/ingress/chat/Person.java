package io.ticketwire.ingress.chat;

/**
 * Who did something in a chat tool.
 *
 * @param user the id on the platform
 * @param userName null if the platform does not say
 * @param userEmail null if the platform does not say
 */
public record Person(String user, String userName, String userEmail) {}
