/**
 * What of a message its customer wrote in it: without quotes, signatures, disclaimers, code, stack traces, logs and blobs, and where
 * each kept character was. What the words mean is for others to find out.
 */
package io.ticketwire.intelligence.clean;
