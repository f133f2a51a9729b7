package io.ticketwire.intelligence.similar;

/**
 * What the words of two tickets have in common.
 *
 * @param cosine of their TF-IDF vectors, from 0 to 1
 * @param ownWords how many the one has that the other has not, of that one which has fewer of them
 * @param ownNames the same of the numbers, ids, addresses and links among them
 */
record Overlap(double cosine, int ownWords, int ownNames) {

    /** @param extent of the window, as {@link Term#extent} has it */
    static Overlap of(Held left, Held right, double extent) {
        Term[] lefts = left.terms();
        Term[] rights = right.terms();
        double weight = 0;
        int shared = 0;
        int sharedNames = 0;
        int i = 0;
        int j = 0;
        while (i < lefts.length && j < rights.length) {
            int order = Long.compare(lefts[i].key(), rights[j].key());
            if (order == 0) {
                weight += lefts[i].weight(extent);
                shared++;
                sharedNames += lefts[i].isName() ? 1 : 0;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double norms = left.norm(extent) * right.norm(extent);
        return new Overlap(
                norms == 0 ? 0 : Math.min(1, weight / Math.sqrt(norms)),
                Math.min(lefts.length, rights.length) - shared,
                Math.min(left.names(), right.names()) - sharedNames);
    }
}
