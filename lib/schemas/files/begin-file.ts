import { z } from 'zod'
import { FILE_PURPOSES } from '@/lib/domain/files/purposes'

/** Of what a file is: the report that is being written in this browser, or the case that it follows. */
export const FILE_PARENTS = ['draft', 'case'] as const
export type FileParent = (typeof FILE_PARENTS)[number]

/** The longest name of a file that is kept; a longer one is cut. */
const NAME_LENGTH = 200

const name = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(-NAME_LENGTH),
  )
  .transform((text) => (text === '' ? null : text))

/** POST /api/v1/files */
export const beginFileSchema = z.object({
  for: z.enum(FILE_PARENTS),
  purpose: z.enum(FILE_PURPOSES),
  name: name.nullish().transform((text) => text ?? null),
  bytes: z.int().min(1),
  keepDate: z.boolean().default(false),
  messageRequestId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
})

/** The fields of the form at /{locale}/files, without its file. */
export const fileFormSchema = z.object({
  for: z.enum(FILE_PARENTS),
  purpose: z.enum(FILE_PURPOSES),
  keep_date: z
    .string()
    .nullish()
    .transform((text) => text === 'yes' || text === 'on' || text === '1'),
  message_request_id: z
    .uuid()
    .nullish()
    .catch(null)
    .transform((id) => id ?? null),
  next: z.string().nullish(),
})

/** A file's name as its phone called it, made fit to keep. */
export const fileNameSchema = name
