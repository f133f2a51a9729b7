/**
 * The request inspector of the standalone run: an endpoint to point deliveries at, that shows what arrived and whether its
 * signature is right. It keeps everything in memory and is no part of any delivery: what it knows of signatures is what a
 * receiver has to know.
 */
package io.ticketwire.local.inspect;
