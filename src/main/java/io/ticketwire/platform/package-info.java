/**
 * What every part of the process needs and none of them owns: how it starts and stops, how it answers for its health, how it reports errors.
 * Nothing of the domain lives here, and nothing here knows another package of ours.
 */
package io.ticketwire.platform;
