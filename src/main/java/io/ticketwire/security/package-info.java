/**
 * Who may do what, and what is kept secret: API tokens and their roles, and the box that secrets are sealed in at rest.
 *
 * <p>How a provider proves who it is is not here but in {@code ingress}; how we sign what we send is in {@code delivery}.
 */
package io.ticketwire.security;
