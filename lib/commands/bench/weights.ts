import { LOCALES } from '@/lib/i18n/locales'
import { PlainBrowser, type Compression } from './http'
import type { View } from './journey'
import { weighAssets, weighWorkerViews } from './worker-views'

/** One language: bytes of bodies on the wire, compressed both ways a browser may ask for. */
export type LanguageWeight = {
  readonly locale: string
  /** The heaviest worker page, HTML and CSS. */
  readonly heaviest: Readonly<Record<Compression, View>>
  /** A whole report without scripts, three payments on the way; `pages` of it. */
  readonly report: Readonly<Record<Compression, number>>
  readonly pages: number
  /** What a question loads besides, once for good: script and pictograms. */
  readonly assets: Readonly<Record<Compression, { readonly bytes: number; readonly requests: number }>>
  /** Every worker page with gzip. */
  readonly views: readonly View[]
}

/** Weighs every worker page in every language. */
export async function weighPages(origin: string): Promise<LanguageWeight[]> {
  const weights: LanguageWeight[] = []
  for (const locale of LOCALES) {
    const weigh = async (compression: Compression) => {
      const browser = new PlainBrowser(origin, undefined, compression)
      const found = await weighWorkerViews(browser, locale)
      return { ...found, heaviest: heaviestOf(found.views), assets: await weighAssets(browser, locale) }
    }
    const [gzip, br] = [await weigh('gzip'), await weigh('br')]
    weights.push({
      locale,
      heaviest: { gzip: gzip.heaviest, br: br.heaviest },
      report: { gzip: gzip.journey.bytes, br: br.journey.bytes },
      pages: gzip.journey.views.length,
      assets: { gzip: gzip.assets, br: br.assets },
      views: gzip.views,
    })
  }
  return weights
}

function heaviestOf(views: readonly View[]): View {
  return views.reduce((most, view) => (view.bytes > most.bytes ? view : most), { path: '', bytes: 0 })
}
