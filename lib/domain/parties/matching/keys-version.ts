/** Counted up with every change of what keys of names look like, the tables of words included: stored ones are then written anew. */
export const KEYS_VERSION = 2
