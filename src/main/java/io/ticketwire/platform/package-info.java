/**
 * What every part needs and no part owns: roles, problem documents, pages of lists, batches that survive a bad record, the
 * feed of configuration changes, drain and health. Nothing of the domain.
 */
package io.ticketwire.platform;
