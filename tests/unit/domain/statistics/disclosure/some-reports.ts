import fc from 'fast-check'

/** Reports in few lines, unevenly, so that many cells are small. */
export const someReports = fc.array(
  fc.record({
    rows: fc.constantFrom('r1', 'r1', 'r1', 'r2', 'r2', 'r3').map((row) => [row]),
    columns: fc.constantFrom('c1', 'c1', 'c2', 'c3').map((column) => [column]),
    status: fc.constantFrom('hit' as const, 'hit' as const, 'other' as const, 'missing' as const),
    amount: fc.integer({ min: 1_000, max: 900_000 }),
  }),
  { minLength: 0, maxLength: 90 },
)
