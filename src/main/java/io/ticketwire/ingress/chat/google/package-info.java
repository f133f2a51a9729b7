/**
 * Google Chat: its tokens and the keys that they are signed with, and the events of chat apps and of Workspace add-ons.
 *
 * <p>Keys are fetched here and nowhere else in the ingress, and never while an event loop waits.
 */
package io.ticketwire.ingress.chat.google;
