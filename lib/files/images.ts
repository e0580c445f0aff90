import 'server-only'
import sharp from 'sharp'
import { PIXELS_MAXIMUM } from '@/lib/domain/files/limits'
import { ok } from '@/lib/domain/result'
import { DamagedFile, refused, type CleanResult } from './clean-file'
import { photoFacts } from './photo-facts'

// One picture at a time and nothing kept between them: memory is what a small server has least of.
sharp.cache(false)
sharp.concurrency(1)

const SECONDS_MAXIMUM = 20
/** Nothing of small print is lost to the eye. */
const QUALITY = 88
/** A drawing or a screen is smaller than this; a photo of more pixels is a JPEG of a tenth of the size. */
const DRAWN_PIXELS_MAXIMUM = 12_000_000

/** How a picture leaves: what cannot be shown everywhere becomes JPEG, what may be see-through or drawn becomes PNG. */
const KEPT_AS = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'jpeg', gif: 'png' } as const
export type ImageKind = keyof typeof KEPT_AS

/**
 * Draws a picture anew: upright, in ordinary colours, without a byte of what stood beside it. Of a moving one the first picture
 * is kept. `takenOn` only when it is asked for; where it was taken never.
 */
export async function cleanImage(bytes: Buffer, kind: ImageKind, keepDate: boolean): Promise<CleanResult> {
  const open = () => sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 })
  const metadata = await open()
    .metadata()
    .catch(() => {
      throw new DamagedFile()
    })
  const { width, height } = metadata
  if (!width || !height) return refused('damaged')
  if (width * height > PIXELS_MAXIMUM) return refused('too_large')
  const { removals, takenOn } = photoFacts(metadata)
  const isPhoto = width * height > DRAWN_PIXELS_MAXIMUM && !metadata.hasAlpha
  const format = KEPT_AS[kind] === 'png' && isPhoto ? 'jpeg' : KEPT_AS[kind]
  const upright = sharp(bytes, { limitInputPixels: PIXELS_MAXIMUM, failOn: 'error', pages: 1 })
    .timeout({ seconds: SECONDS_MAXIMUM })
    .autoOrient()
  const drawn = format === 'jpeg' ? upright.flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY }) : upright
  const clean = format === 'png' ? drawn.png() : format === 'webp' ? drawn.webp({ quality: QUALITY }) : drawn
  const removed = removals.codes.filter((code) => !(code === 'date' && keepDate))
  return ok({
    format,
    bytes: await clean.toBuffer(),
    removed,
    takenOn: keepDate ? takenOn : null,
    durationSeconds: null,
  })
}
