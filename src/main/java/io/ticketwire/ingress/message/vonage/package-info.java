/** Vonage: the Messages API, and the older SMS API that signs its parameters. */
package io.ticketwire.ingress.message.vonage;
