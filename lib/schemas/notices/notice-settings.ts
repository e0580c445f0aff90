import { z } from 'zod'
import { NOTICE_KINDS, NOTICE_TIME_ZONES } from '@/lib/domain/notices'

const MINUTES = 60

const kinds = z.array(z.enum(NOTICE_KINDS as readonly [(typeof NOTICE_KINDS)[number]])).default([])
/** A full hour; empty for none. */
const hour = z
  .enum(['', ...Array.from({ length: 24 }, (_, at) => String(at))], { error: 'errors.choose_one' })
  .transform((text) => (text === '' ? null : Number(text) * MINUTES))

/** What somebody wants to be told of. Quiet hours need both ends, or neither. */
export const noticeSettingsSchema = z
  .object({
    version: z.coerce.number().int().min(0),
    inApp: kinds,
    byMail: kinds,
    quietFrom: hour,
    quietTo: hour,
    timeZone: z.enum(NOTICE_TIME_ZONES, { error: 'errors.choose_one' }),
  })
  .superRefine(({ quietFrom, quietTo }, context) => {
    if ((quietFrom === null) === (quietTo === null)) return
    const missing = quietFrom === null ? 'quietFrom' : 'quietTo'
    context.addIssue({ code: 'custom', path: [missing], message: 'errors.choose_one' })
  })
  .transform(({ quietFrom: from, quietTo: to, ...rest }) => ({
    ...rest,
    quiet: from === null || to === null ? null : { from, to },
  }))

/** The fields that may repeat. */
export const NOTICE_SETTINGS_LISTS = ['inApp', 'byMail'] as const
