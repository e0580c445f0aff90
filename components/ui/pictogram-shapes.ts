import { PAPER_SHAPES } from './paper-shapes'
import { PEOPLE_SHAPES } from './people-shapes'
import { SIGN_SHAPES } from './sign-shapes'
import { TOOL_SHAPES } from './tool-shapes'
import { WRONG_SHAPES } from './wrong-shapes'

/**
 * The shapes of the pictograms: 24-unit grid, stroke 1.75, round ends, no fill, `currentColor`.
 * A page inlines only the ones it uses. Neutral on purpose: no faces with feeling, no hands, no ticks or crosses
 * as "good" and "bad", no currency letters, no religious or state signs.
 */
export const PICTOGRAM_SHAPES = {
  ...SIGN_SHAPES,
  ...WRONG_SHAPES,
  ...PAPER_SHAPES,
  ...PEOPLE_SHAPES,
  ...TOOL_SHAPES,
} as const

export type PictogramName = keyof typeof PICTOGRAM_SHAPES
