package io.ticketwire.event;

/**
 * A message of a customer: the value of {@code message.received} on the inbound topic, whose key is {@link
 * Correspondence#key()}.
 *
 * @param message the value of {@code message.incoming}, without the object around it; at the ingress a record, for the
 *     tracker a tree
 */
public record ReceivedMessage<M>(M message, Correspondence correspondence) {}
