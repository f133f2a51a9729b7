package io.ticketwire.intelligence;

/**
 * What is to be read.
 *
 * @param subject may be null
 * @param text as the source gave it, may be null; plain text, quotes and all
 * @param language that somebody knows already, ISO 639-1; null if it is to be found
 * @param newText what of the text is new by the ingress' reading; null if that is all, or nobody has looked
 */
public record Message(String subject, String text, String language, String newText) {}
