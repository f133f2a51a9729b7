/** Ticketwire's own callback format: {@code {"event":"ticket.create","data":{...}}}, for scripts and home-grown systems. */
package io.ticketwire.ingress.receive;
