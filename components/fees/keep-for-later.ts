import type { Locale } from '@/lib/i18n/locales'

/**
 * Keeps the checker of one language on the phone, so that it opens without network after one visit: the page without a question,
 * its files, and one file of rules. Waits until the page is idle, and does nothing for somebody who saves data. Returns how to
 * stop waiting.
 */
export function keepForLater(locale: Locale): (() => void) | undefined {
  if (!('serviceWorker' in navigator) || isSavingData()) return undefined
  const start = () => {
    keep(`/${locale}/fees`).catch(() => {
      // A phone without room, or a line that drops: next time.
    })
  }
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(start, 2_000)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(start, { timeout: 5_000 })
  return () => cancelIdleCallback(idle)
}

async function keep(base: string): Promise<void> {
  await navigator.serviceWorker.register(`${base}/offline.js`, { scope: base, updateViaCache: 'none' })
  // Only now its files have names: they are among those loaded.
  const [{ active }] = await Promise.all([navigator.serviceWorker.ready, import('./offline-answer')])
  active?.postMessage({ keep: [...loadedFiles(), `${base}/data.json`, base] })
}

/** Scripts and styles of this page, those fetched later included. */
function loadedFiles(): string[] {
  const tags = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel="stylesheet"]')
  const named = [...tags].map((tag) => ('src' in tag ? tag.src : tag.href))
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set([...named, ...fetched])].filter((url) => new URL(url).pathname.startsWith('/_next/static/'))
}

function isSavingData(): boolean {
  return 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true
}
