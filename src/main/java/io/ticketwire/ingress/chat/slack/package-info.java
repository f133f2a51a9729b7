/** Slack: the Events API, buttons and shortcuts, slash commands. What it says back is {@code delivery}'s. */
package io.ticketwire.ingress.chat.slack;
