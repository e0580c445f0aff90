// One line drawing for every sign of a number or a code, 4 wide and 6 high. Only what CASE_NUMBER_ALPHABET and the digits need.
const GLYPHS: Readonly<Record<string, string>> = {
  '0': 'M2 0C.7 0 0 1 0 2V4C0 5 .7 6 2 6S4 5 4 4V2C4 1 3.3 0 2 0Z',
  '1': 'M.8 1.4L2.4 0V6M.8 6H4',
  '2': 'M.2 1.3C.5 .5 1.2 0 2.1 0 3.2 0 3.9 .7 3.9 1.7 3.9 3.2 .2 4.4 .2 6H4',
  '3': 'M.2 .9C.6 .3 1.2 0 2 0 3.1 0 3.8 .6 3.8 1.5S3.1 2.9 1.6 2.9C3.2 2.9 4 3.6 4 4.5S3.2 6 2 6C1.1 6 .5 5.7 0 5',
  '4': 'M3 6V0L0 4.2H4',
  '5': 'M3.7 0H.6L.3 2.8C.8 2.5 1.3 2.4 2 2.4 3.2 2.4 4 3.1 4 4.2S3.2 6 2 6C1.1 6 .5 5.7 0 5.1',
  '6': 'M3.5 .5C3.1 .2 2.7 0 2.2 0 .8 0 0 1.4 0 3.5 0 5.1 .8 6 2 6S4 5.3 4 4.2 3.2 2.4 2 2.4 .3 3 .1 3.9',
  '7': 'M0 0H4L1.5 6',
  '8': 'M2 0C.9 0 .3 .6 .3 1.4S.9 2.8 2 2.8 3.7 2.2 3.7 1.4 3.1 0 2 0ZM2 2.8C.8 2.8 0 3.5 0 4.4S.8 6 2 6 4 5.3 4 4.4 3.2 2.8 2 2.8Z',
  '9': 'M.5 5.5C.9 5.8 1.3 6 1.8 6 3.2 6 4 4.6 4 2.5 4 .9 3.2 0 2 0S0 .7 0 1.8 .8 3.6 2 3.6 3.7 3 3.9 2.1',
  A: 'M0 6L2 0L4 6M.8 3.9H3.2',
  B: 'M0 0V6H2.2C3.3 6 4 5.4 4 4.4S3.3 2.9 2.2 2.9H0M0 0H2C3 0 3.6 .6 3.6 1.4S3 2.9 2 2.9',
  C: 'M3.9 1.1C3.4 .4 2.8 0 2.1 0 .8 0 0 1.2 0 3S.8 6 2.1 6C2.8 6 3.4 5.6 3.9 4.9',
  D: 'M0 0V6H1.7C3.2 6 4 4.9 4 3S3.2 0 1.7 0Z',
  E: 'M3.7 0H0V6H3.8M0 2.9H3',
  F: 'M3.7 0H0V6M0 2.9H3',
  G: 'M3.9 1.1C3.4 .4 2.8 0 2.1 0 .8 0 0 1.2 0 3S.8 6 2.1 6C2.9 6 3.5 5.7 4 5.1V3.2H2.3',
  H: 'M0 0V6M4 0V6M0 2.9H4',
  J: 'M3.2 0V4.3C3.2 5.4 2.6 6 1.7 6 .9 6 .3 5.6 0 4.8',
  K: 'M0 0V6M3.8 0L0 3.6M1.3 2.4L4 6',
  M: 'M0 6V0L2 3.6L4 0V6',
  N: 'M0 6V0L4 6V0',
  P: 'M0 6V0H2.2C3.3 0 4 .7 4 1.7S3.3 3.4 2.2 3.4H0',
  Q: 'M2 0C.7 0 0 1 0 2V4C0 5 .7 6 2 6S4 5 4 4V2C4 1 3.3 0 2 0ZM2.4 4.3L4.2 6.4',
  R: 'M0 6V0H2.2C3.3 0 4 .7 4 1.7S3.3 3.4 2.2 3.4H0M2 3.4L4 6',
  T: 'M0 0H4M2 0V6',
  V: 'M0 0L2 6L4 0',
  W: 'M0 0L1 6L2 1.8L3 6L4 0',
  X: 'M0 0L4 6M4 0L0 6',
  Y: 'M0 0L2 3L4 0M2 3V6',
  Z: 'M0 0H4L0 6H4',
  '-': 'M.8 3.2H3.2',
  ' ': '',
}

const GRID_HEIGHT = 6
/** From the start of one sign to the start of the next. */
const ADVANCE = 5.6

/** Where a line of signs begins (its lower left corner) and how high they are, in pixels. */
export type GlyphLine = { readonly x: number; readonly y: number; readonly height: number }

/** A number or code as SVG paths. Throws for a sign that no number and no code has. */
export function drawGlyphs(text: string, { x, y, height }: GlyphLine): string {
  const unit = height / GRID_HEIGHT
  return Array.from(text, (sign, index) => {
    const path = GLYPHS[sign]
    if (path === undefined) throw new TypeError(`no drawing for ${sign}`)
    const left = x + index * ADVANCE * unit
    return path === '' ? '' : `<path transform="translate(${left} ${y - height}) scale(${unit})" d="${path}"/>`
  }).join('')
}
