/** Counts of fewer people than this are held back (house rule, after the domain notes: n >= 5). */
export const SMALLEST_CELL = 5
