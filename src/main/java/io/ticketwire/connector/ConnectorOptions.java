package io.ticketwire.connector;

import java.time.Duration;

/**
 * The settings of a connector, as they are stored and shown.
 *
 * @param replayWindow how old a signed time may be; zero switches the check off; null: the type signs no time
 * @param baseUrl in place of the platform's own host; null: the platform's own
 * @param createTickets whether a message that belongs to no ticket makes one; null: the type brings no messages
 */
record ConnectorOptions(Duration replayWindow, String baseUrl, Boolean createTickets) {}
