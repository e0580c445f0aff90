/** Kinds of browsers and systems that a person tells apart in the list of sessions. Stored as codes; nothing finer is kept. */
export const BROWSERS = ['firefox', 'edge', 'samsung', 'opera', 'chrome', 'safari', 'other'] as const
export const SYSTEMS = ['android', 'ios', 'windows', 'mac', 'linux', 'other'] as const
export type BrowserKind = { readonly browser: (typeof BROWSERS)[number]; readonly system: (typeof SYSTEMS)[number] }

// Browsers name those they look like too: the first that fits is meant.
const BROWSER_MARKS: readonly (readonly [RegExp, BrowserKind['browser']])[] = [
  [/firefox\/|fxios\//u, 'firefox'],
  [/edg(?:e|a|ios)?\//u, 'edge'],
  [/samsungbrowser\//u, 'samsung'],
  [/opr\/|opera/u, 'opera'],
  [/chrome\/|crios\/|chromium\//u, 'chrome'],
  [/safari\//u, 'safari'],
]
const SYSTEM_MARKS: readonly (readonly [RegExp, BrowserKind['system']])[] = [
  [/android/u, 'android'],
  [/iphone|ipad|ipod/u, 'ios'],
  [/windows/u, 'windows'],
  [/macintosh|mac os x/u, 'mac'],
  [/linux|cros/u, 'linux'],
]

/** The kind of browser that a request says it comes from. */
export function browserKindOf(userAgent: string | null): BrowserKind {
  const text = (userAgent ?? '').slice(0, 500).toLowerCase()
  const first = <T>(marks: readonly (readonly [RegExp, T])[]) => marks.find(([mark]) => mark.test(text))?.[1]
  return { browser: first(BROWSER_MARKS) ?? 'other', system: first(SYSTEM_MARKS) ?? 'other' }
}

/** A stored kind; a word that this version does not know is another one. */
export function asKind(browser: string, system: string): BrowserKind {
  return {
    browser: BROWSERS.find((known) => known === browser) ?? 'other',
    system: SYSTEMS.find((known) => known === system) ?? 'other',
  }
}
