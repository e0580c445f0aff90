import { FILE_BYTES_MAXIMUM } from '@/lib/domain/files/limits'
import { isLocale } from '@/lib/i18n/locales'

/** What the body of a request may be: its bytes, and how long it may take to come. */
export type BodyLimit = { readonly kind: 'file_form' | 'piece' | 'other'; readonly bytes: number; readonly ms: number }

const MINUTE_MS = 60_000

/** A file and the rest of its form; 20 minutes are 25 MB over a line of 170 kbit/s. As in lib/http/too-long-answer.ts. */
const FILE_FORM: BodyLimit = { kind: 'file_form', bytes: FILE_BYTES_MAXIMUM + 512 * 1024, ms: 20 * MINUTE_MS }
/** One piece of a file (CHUNK_BYTES): five minutes are a line of 7 kbit/s. */
const PIECE: BodyLimit = { kind: 'piece', bytes: 300_000, ms: 5 * MINUTE_MS }
/** Every form and every document: above what a server action takes (next.config.js), which answers in words. */
const OTHER: BodyLimit = { kind: 'other', bytes: 2_200_000, ms: 3 * MINUTE_MS }

const PIECE_ADDRESS = /^\/api\/v1\/files\/[^/]+\/chunks\/[^/]+$/u

/** The limit of a request by its method and address. */
export function bodyLimitOf(method: string | undefined, address: string): BodyLimit {
  const [pathname = ''] = address.split('?')
  if (method === 'PUT' && PIECE_ADDRESS.test(pathname)) return PIECE
  const [nothing, locale = '', room, ...rest] = pathname.split('/')
  const isImport = room === 'cases' && rest.join('/') === 'import/file'
  const isFiles = room === 'files' && rest.length === 0
  const isFileForm = method === 'POST' && nothing === '' && (isFiles || isImport) && isLocale(locale)
  return isFileForm ? FILE_FORM : OTHER
}
