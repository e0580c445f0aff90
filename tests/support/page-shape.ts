import type { Page } from 'playwright/test'

/** Narrowest screen of WCAG 1.4.10, in CSS pixels; also what 400 % leaves of 1280. */
export const NARROW = 320

/** What is wider than the screen, or cut by its own box, on the page as it is now. */
export async function cutOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const found = root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth} of ${root.clientWidth}`] : []
    const parts = 'a, button, label, summary, legend, h1, h2, h3, th, td, dt, dd, p, li, .tag, .note, .btn'
    for (const part of document.querySelectorAll<HTMLElement>(parts)) {
      const { display, overflowY } = getComputedStyle(part)
      if (display === 'inline' || part.closest('.vh, .brand, .skip, .line') || !part.checkVisibility()) continue
      const isTooWide = part.scrollWidth > part.clientWidth + 1
      const isTooHigh = overflowY !== 'visible' && part.scrollHeight > part.clientHeight + 1
      if (isTooWide || isTooHigh)
        found.push(
          `${part.tagName.toLowerCase()}.${part.className}: ${part.scrollWidth}×${part.scrollHeight} in ${part.clientWidth}×${part.clientHeight}: ${part.innerText.slice(0, 40)}`,
        )
    }
    return found
  })
}

/** What stands alone to be tapped and is less than 44 px in a direction. A link among the words of a sentence may be as high as they are. */
export async function smallTargetsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const isAmongWords = (part: Element) => {
      const block = part.closest('p, li, dd, td, div, small')
      const own = part.textContent.replaceAll(/\s/g, '')
      return (
        getComputedStyle(part).display.startsWith('inline') &&
        block !== null &&
        [...block.childNodes].some(
          (other) => !other.contains(part) && other.textContent?.trim() && getComputedStyle(block).display !== 'flex',
        ) &&
        own !== ''
      )
    }
    for (const part of document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea, input')) {
      if (part.closest('.vh, .skip') || !part.checkVisibility()) continue
      const box = part.getBoundingClientRect()
      // Who taps a card taps its label.
      const label = part instanceof HTMLInputElement ? part.labels?.[0]?.getBoundingClientRect() : undefined
      const isLow = Math.max(box.height, label?.height ?? 0) < 44
      const isNarrow = Math.max(box.width, label?.width ?? 0) < 24
      if ((isLow || isNarrow) && !isAmongWords(part))
        found.push(
          `${part.tagName.toLowerCase()}.${part.className} ${Math.round(box.width)}×${Math.round(box.height)}: ${part.innerText.slice(0, 40)}`,
        )
    }
    return found
  })
}
