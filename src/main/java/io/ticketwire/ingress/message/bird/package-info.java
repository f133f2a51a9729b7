/** Bird, MessageBird's newer platform: messages, what became of them, and what readers did. */
package io.ticketwire.ingress.message.bird;
