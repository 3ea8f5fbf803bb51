/** A page has at most so many entries… */
export const maxPageEntries = 4096;
/** …and no further one once its texts, or the bytes of the stream that it refers to, are so many. */
export const maxTextBytes = 262_144;
export const maxSpanBytes = 1_048_576;
/** One that has so many when it is committed is not written again with the next commit. */
export const enoughEntries = 256;
export const enoughTextBytes = 16_384;

/**
 * An ID of a megabyte, set once, would be kept with every event after it. What is longer than this is
 * shortened there: hardly a server takes a header so long, so nobody can resume from it anyway.
 */
export const maxCarriedIdLength = 8192;
