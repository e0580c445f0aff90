import type { Feature } from './feature'
import { postInPlace } from './forms'
import { enhancePlaces } from './places'
import { focusProblem, followHistory } from './swap'
import { guardUnsentWords } from './unsent'

// What runs in the browser on worker pages. Every page is whole without it; it only makes waiting, losing the network and
// typing easier. docs/adr/021 says why it is all there is.

/** What a place on a page may ask for with `data-phone`, fetched when a page asks for the first time. */
const FEATURES: Readonly<Record<string, () => Promise<Feature>>> = {
  copy: () => import('./tools').then(({ copy }) => copy),
  fullscreen: () => import('./fullscreen'),
  picture: () => import('./tools').then(({ picture }) => picture),
  print: () => import('./tools').then(({ print }) => print),
  'read-aloud': () => import('./read-aloud'),
  recorder: () => import('./recorder'),
  share: () => import('./tools').then(({ share }) => share),
  upload: () => import('./upload'),
  work: () => import('./work'),
}

postInPlace()
guardUnsentWords()
followHistory()
focusProblem()
enhancePlaces(FEATURES)
// Late, and for every page: it looks by itself whether a page shows what somebody told.
void import('./rest').then(({ watchRest }) => watchRest())
// Late, and for every page: pages for a time without network, what waits on this phone, and how it is wiped.
void import('./device').then(({ watchDevice }) => watchDevice())
