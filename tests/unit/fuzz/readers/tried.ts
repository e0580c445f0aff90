import fc from 'fast-check'

/** A reader with what it gets; it fails the test by throwing. */
export type Tried = readonly [name: string, run: () => fc.IRawProperty<unknown>]

/** What an answer must be besides. */
export function must(isSo: boolean): void {
  if (!isSo) throw new Error('answers what it must not')
}

/** A reader that answers at once. */
export const property =
  <T>(arbitrary: fc.Arbitrary<T>, read: (given: T) => unknown) =>
  () =>
    fc.property(arbitrary, (given) => {
      read(given)
    }) as fc.IRawProperty<unknown>

/** A reader that answers later. */
export const asyncProperty =
  <T>(arbitrary: fc.Arbitrary<T>, read: (given: T) => Promise<unknown>) =>
  () =>
    fc.asyncProperty(arbitrary, async (given) => {
      await read(given)
    }) as unknown as fc.IRawProperty<unknown>

export const TODAY = '2026-11-22'
