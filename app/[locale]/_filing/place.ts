import { notHere } from '@/lib/access/not-here'
import { z } from 'zod'
import { FEE_SCREENS } from '@/lib/domain/report/report-steps'
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/locales'
import { isQuestionStep } from '@/lib/schemas/report/step-forms'

const locale = z.enum(LOCALES)
const back = z.enum(['check', 'fees']).optional()
const number = z.int().min(1).max(100_000)

/** Where on the path a form stands. It travels with the form, so it is looked at like anything that is posted. */
export const pagePlace = z.object({ locale })
export const questionPlace = z.object({
  locale,
  back,
  step: z.string().refine(isQuestionStep),
  /** The code of the poster that led here. */
  via: z.string().max(40).optional(),
})
export const feePlace = z.object({ locale, back, number, screen: z.enum(FEE_SCREENS) })
export const feeRemovalPlace = z.object({ locale, back, number, count: z.int().min(0) })

/** The place as posted; one that we never wrote is a page that does not exist. */
export function readPlace<S extends z.ZodType>(schema: S, place: z.input<S>): z.output<S> {
  const read = schema.safeParse(place)
  return read.success ? read.data : notHere(DEFAULT_LOCALE)
}
