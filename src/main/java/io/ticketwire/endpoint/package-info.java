/**
 * Who wants what: endpoints with their subscriptions, secrets and URL rules, and the copy of them that fan-out and delivery
 * work from.
 */
package io.ticketwire.endpoint;
