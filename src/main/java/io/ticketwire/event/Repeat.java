package io.ticketwire.event;

/** By what a repeat of an inbound event is recognised. */
public enum Repeat {
    /** By the sender's own event id: two events with one id are one event, however far apart. */
    BY_EVENT_ID,
    /** By the body: two equal bodies are one event if they come within the window, and something new after it. */
    BY_BODY
}
