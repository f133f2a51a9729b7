package io.ticketwire.faults;

import java.util.UUID;

/** One attempt of a delivery, from 1. */
record Attempted(UUID delivery, int number) {}
