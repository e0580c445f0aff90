/** Names that every object has something under; what stands there instead breaks whoever compares or writes the object. */
const NOT_THEIRS: ReadonlySet<string> = new Set(['__proto__', 'toString', 'valueOf'])

/** JSON that somebody sent; null when it is none. What it puts in the place of what every object has is left out. */
export function foreignJson(text: string): unknown {
  try {
    return JSON.parse(text, (name, value: unknown) => (NOT_THEIRS.has(name) ? undefined : value))
  } catch {
    return null
  }
}
