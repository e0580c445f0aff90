import type { Feature } from './feature'

type Features = Readonly<Record<string, () => Promise<Feature>>>

let known: Features = {}
let leaving: (() => void)[] = []
const enhanced = new WeakSet<Element>()

/** Finds what a page marks with `data-phone` and hands it to the feature of that name, each element once. */
export function enhancePlaces(features: Features = known): void {
  known = features
  for (const element of Array.from(document.querySelectorAll<HTMLElement>('[data-phone]'))) {
    if (enhanced.has(element)) continue
    enhanced.add(element)
    for (const name of (element.dataset['phone'] ?? '').split(' ')) {
      const load = features[name]
      // A part that cannot be fetched leaves the page as it was.
      if (load)
        void load().then(
          (feature) => begin(feature, element),
          () => undefined,
        )
    }
  }
}

/** Before another page takes the place of this one: timers stop, a microphone is let go. */
export function leavePlaces(): void {
  const ending = leaving
  leaving = []
  for (const leave of ending) leave()
}

function begin(feature: Feature, element: HTMLElement): void {
  if (!element.isConnected) return
  const leave = feature.enhance(element)
  if (leave) leaving.push(leave)
}
