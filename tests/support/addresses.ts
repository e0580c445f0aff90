import { globSync } from 'node:fs'

const UUID = '0193d2f0-0000-7000-8000-00000000abcd'

/** Every address of the source tree, with something in the place of what changes; a page's actions are posted to its own address. */
export function addresses(): string[] {
  const files = globSync('app/**/{page.tsx,route.ts}').filter((file) => !file.includes('/_'))
  return files.map((file) => {
    const parts = file
      .split('/')
      .slice(1, -1)
      .filter((part) => !/^\(.*\)$/u.test(part))
    const filled = parts.map((part) =>
      part === '[locale]' ? 'en' : /^\[(?:id|.*Id)\]$/u.test(part) ? UUID : part.replace(/^\[.*\]$/u, 'x'),
    )
    return `/${filled.join('/')}`
  })
}
