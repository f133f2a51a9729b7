/** Makes the model's file out of labelled messages, and measures it. Not part of what runs. */
package io.ticketwire.intelligence.train;
