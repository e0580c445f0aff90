const MOST = 50_000

/** The same answer for the same text without finding it again; words of names repeat. Forgets everything when it has grown too large. */
export function remember<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = find(text)
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found
  }
}
