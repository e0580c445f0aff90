import type { Feature } from './feature'

// What runs in the browser on worker pages. Every page is whole without it; it only makes waiting, losing the network and
// typing easier. docs/adr/021 says why it is all there is.

/** What a place on a page may ask for with `data-phone`, fetched when a page asks for the first time. */
const FEATURES: Readonly<Record<string, () => Promise<Feature>>> = {}

const done = new WeakSet<Element>()

function enhanceAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-phone]')) {
    if (done.has(element)) continue
    done.add(element)
    for (const name of (element.dataset['phone'] ?? '').split(' ')) {
      // A part that cannot be fetched or does not work leaves the page as it was.
      void FEATURES[name]?.().then(
        (feature) => feature.enhance(element),
        () => undefined,
      )
    }
  }
}

enhanceAll()
