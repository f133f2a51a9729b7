/** The receiver of the webhooks, a process: counts each delivery, notes how long its event took, can hang. */
package io.ticketwire.bench.receiver;
