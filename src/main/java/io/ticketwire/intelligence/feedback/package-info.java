/** What people say that was read wrongly: kept, and given out for a model to learn from. */
package io.ticketwire.intelligence.feedback;
