import { z } from 'zod'
import { MICRODATA_COLUMNS, type MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import { isQuarter } from '@/lib/domain/statistics/organisations/quarters'
import type { MessageKey } from '@/lib/i18n/message-key'
import { requestId, version, words } from '../case/limits'

const ONE_LINE = 200
const chooseOne = { error: 'errors.choose_one' } as const
const quarter = z.string(chooseOne).refine(isQuarter, chooseOne)
const missing: MessageKey = 'statistics.microdata_columns_missing'

/** A file of records that is asked for. */
export const askMicrodataSchema = z.object({
  requestId,
  institution: words('statistics.microdata_institution_missing').max(ONE_LINE, { error: 'errors.too_long' }),
  purpose: words('statistics.microdata_purpose_missing'),
  columns: z
    .array(z.string(), { error: missing })
    .min(1, { error: missing })
    .refine((list) => list.every((one) => (MICRODATA_COLUMNS as readonly string[]).includes(one)), { error: missing })
    .transform((list) => list as MicrodataColumn[]),
  fromQuarter: quarter,
  toQuarter: quarter,
  k: z.coerce.number(chooseOne).int(chooseOne),
  l: z.coerce.number(chooseOne).int(chooseOne),
  mostLeftOut: z.coerce.number(chooseOne).int(chooseOne),
  signed: z.literal('yes', { error: 'statistics.microdata_signed_missing' }),
})

/** The second administrator's word. */
export const decideMicrodataSchema = z.object({
  version,
  decision: z.enum(['approve', 'refuse'], chooseOne),
  note: words('statistics.organisation_note_missing'),
})

/** Taking one back. */
export const withdrawMicrodataSchema = z.object({ version, why: words('statistics.organisation_note_missing') })
