import 'server-only'
import exifReader from 'exif-reader'
import type { Metadata } from 'sharp'
import { Removals } from './clean-file'

const DEVICE_TAGS = ['Make', 'Model', 'Software', 'HostComputer', 'BodySerialNumber', 'LensModel', 'MakerNote'] as const
const AUTHOR_TAGS = ['Artist', 'Copyright', 'XPAuthor', 'CameraOwnerName', 'OwnerName'] as const
const COMMENT_TAGS = ['UserComment', 'ImageDescription', 'XPComment', 'XPTitle', 'XPSubject', 'XPKeywords'] as const

/** What a photo tells beside its picture: which kinds of facts, for the worker, and the day it was taken. */
export type PhotoFacts = { readonly removals: Removals; readonly takenOn: string | null }

/** Reads the facts of a photo before they are dropped. What cannot be read is dropped all the same and named `other`. */
export function photoFacts(metadata: Metadata): PhotoFacts {
  const removals = new Removals()
  const takenOn = metadata.exif ? readExif(metadata.exif, removals) : null
  if (metadata.xmp) readXmp(Buffer.from(metadata.xmp).toString('utf8'), removals)
  if (metadata.iptc || metadata.tifftagPhotoshop) removals.add('other')
  if (metadata.comments !== undefined && metadata.comments.length > 0) removals.add('comments')
  return { removals, takenOn }
}

function readExif(exif: Buffer, removals: Removals): string | null {
  try {
    const { Image = {}, Photo = {}, GPSInfo, Thumbnail } = exifReader(exif)
    const tags = new Set([...Object.keys(Image), ...Object.keys(Photo)])
    if (GPSInfo !== undefined && Object.keys(GPSInfo).length > 0) removals.add('location')
    if (DEVICE_TAGS.some((tag) => tags.has(tag))) removals.add('device')
    if (AUTHOR_TAGS.some((tag) => tags.has(tag))) removals.add('author')
    if (COMMENT_TAGS.some((tag) => tags.has(tag))) removals.add('comments')
    if (Thumbnail !== undefined && Object.keys(Thumbnail).length > 0) removals.add('thumbnail')
    const taken: unknown = Photo.DateTimeOriginal ?? Photo.DateTimeDigitized ?? Image.DateTime
    if (taken === undefined) return null
    removals.add('date')
    return dayOf(taken)
  } catch {
    removals.add('other')
    return null
  }
}

/** EXIF has no time zone: the day is the one the phone showed (the reader takes it for UTC). */
function dayOf(taken: unknown): string | null {
  if (!(taken instanceof Date) || Number.isNaN(taken.getTime())) return null
  const day = taken.toISOString().slice(0, 10)
  return /^(19|20)\d\d-/.test(day) ? day : null
}

function readXmp(xmp: string, removals: Removals): void {
  if (/GPS(Latitude|Longitude)|geo:lat|Location/i.test(xmp)) removals.add('location')
  if (/tiff:(Make|Model)|CreatorTool|aux:/.test(xmp)) removals.add('device')
  if (/dc:creator|photoshop:Author/.test(xmp)) removals.add('author')
  removals.add('other')
}
