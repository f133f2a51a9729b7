/**
 * Chat tools: what a person did there, read into {@code interaction.*}. A package for each tool, and here what they share:
 * the interaction, what a button's value says, what a short message asks for.
 *
 * <p>Who may do what, and what comes of it, is not decided here.
 */
package io.ticketwire.ingress.chat;
