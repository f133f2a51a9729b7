package io.ticketwire.ingress.chat;

/**
 * Where something was done; ids on the platform, each null if there is none.
 *
 * @param channel the channel, the space or the business number
 * @param messageRef the message that the button is on, or that was written
 * @param threadRef the thread that it belongs to
 */
public record Place(String channel, String messageRef, String threadRef) {}
