/** The page of a file that an address asks for, from 1; the first when it asks for none or for nonsense. */
export function readPage(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
