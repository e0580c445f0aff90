import 'server-only'
import sharp from 'sharp'
import { PIXELS_MAXIMUM } from '@/lib/domain/files/limits'
import { inTurn } from './turns'

/** Edge in pixels: beside a line of facts, and to read small print. */
export const PREVIEW_EDGES = { small: 320, large: 1600 } as const
export type PreviewSize = keyof typeof PREVIEW_EDGES

const QUALITY = 78
const SECONDS_MAXIMUM = 10

/**
 * A kept picture drawn anew, small, as WebP: nothing of its bytes reaches the page. What is kept was drawn by us before, in a
 * process apart (images.ts), so that this one reads no stranger's bytes.
 *
 * @throws Error when it cannot be drawn, NotLookedThrough when too many wait
 */
export function drawPreview(bytes: Buffer, size: PreviewSize): Promise<Buffer> {
  const edge = PREVIEW_EDGES[size]
  return inTurn(() =>
    sharp(bytes, { limitInputPixels: PIXELS_MAXIMUM, failOn: 'error', pages: 1 })
      .timeout({ seconds: SECONDS_MAXIMUM })
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .webp({ quality: QUALITY })
      .toBuffer(),
  )
}
