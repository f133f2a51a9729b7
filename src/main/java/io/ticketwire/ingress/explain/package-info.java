/**
 * Why a signature "is always false": a request is checked and read as the ingress would, step by step, and nothing is
 * published.
 */
package io.ticketwire.ingress.explain;
