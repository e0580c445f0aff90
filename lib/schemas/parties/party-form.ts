import { z } from 'zod'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { LICENCE_STATUSES, NAME_KINDS, PROGRAMMES, REGIME_CODES, type PartyInput } from '@/lib/domain/parties/register'
import { requestId, version, words } from '../case/limits'

export const NAME_ROWS = 24
export const LICENCE_ROWS = 8
export const PROGRAMME_ROWS = 6
const NAME_MAX = 200
const NUMBER_MAX = 60

const text = (maximum: number) => z.string().trim().max(maximum, { error: 'errors.too_long_to_send' }).default('')
const day = z
  .string()
  .trim()
  .default('')
  .refine((value) => value === '' || isDay(value), { error: 'parties.day_wrong' })
  .transform((value) => (value === '' ? null : value))

function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

const rows = (count: number) => Array.from({ length: count }, (_, place) => place + 1)
const nameFields = Object.fromEntries(
  rows(NAME_ROWS).flatMap((n) => [
    [`name${n}`, text(NAME_MAX)],
    [`kind${n}`, z.enum(NAME_KINDS, { error: 'errors.choose_known' }).default('registered')],
  ]),
)
const licenceFields = Object.fromEntries(
  rows(LICENCE_ROWS).flatMap((n) => [
    [`regime${n}`, z.enum(['', ...REGIME_CODES], { error: 'errors.choose_known' }).default('')],
    [`number${n}`, text(NUMBER_MAX)],
    [`from${n}`, day],
    [`to${n}`, day],
  ]),
)
const programmeFields = Object.fromEntries(
  rows(PROGRAMME_ROWS).flatMap((n) => [
    [`programme${n}`, z.enum(['', ...PROGRAMMES], { error: 'errors.choose_known' }).default('')],
    [`since${n}`, day],
    [`until${n}`, day],
  ]),
)

const base = {
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/u, { error: 'parties.country_missing' }),
  roles: z
    .array(z.enum(PARTY_ROLES as readonly [string, ...string[]], { error: 'errors.choose_known' }))
    .min(1, { error: 'errors.choose_some' }),
  source: text(NAME_MAX),
  ...nameFields,
  ...licenceFields,
  ...programmeFields,
}

type Fields = Record<string, unknown>

/** At least one name; looked at whatever else is wrong, so that every error stands at its field at once. */
const someName = z
  .object(Object.fromEntries(rows(NAME_ROWS).map((n) => [`name${n}`, text(NAME_MAX)])))
  .refine((form) => rows(NAME_ROWS).some((n) => form[`name${n}`] !== ''), {
    error: 'parties.name_missing',
    path: ['name1'],
  })

/** The rows of the form as lists; a row with only one half of a licence is said at its field. */
function listsOf(form: Fields, context: z.RefinementCtx) {
  const names = rows(NAME_ROWS).flatMap((n) =>
    form[`name${n}`] === '' ? [] : [{ name: form[`name${n}`], kind: form[`kind${n}`] }],
  )
  const licences = rows(LICENCE_ROWS).flatMap((n) => {
    const [regime, number] = [form[`regime${n}`], form[`number${n}`]]
    if (regime === '' && number === '') return []
    if (regime === '') context.addIssue({ code: 'custom', message: 'parties.regime_missing', path: [`regime${n}`] })
    if (number === '') context.addIssue({ code: 'custom', message: 'parties.number_missing', path: [`number${n}`] })
    return [{ regime, number, fromOn: form[`from${n}`], toOn: form[`to${n}`] }]
  })
  if (licences.length > 0 && form['source'] === '')
    context.addIssue({ code: 'custom', message: 'parties.source_missing', path: ['source'] })
  const programmes = rows(PROGRAMME_ROWS).flatMap((n) =>
    form[`programme${n}`] === ''
      ? []
      : [{ programme: form[`programme${n}`], fromOn: form[`since${n}`], toOn: form[`until${n}`] }],
  )
  return {
    country: form['country'],
    roles: form['roles'],
    source: form['source'],
    names,
    licences,
    programmes,
  } as unknown as PartyFormInput
}

type PartyFormInput = PartyInput & { readonly source: string }

export const newPartySchema = z
  .intersection(z.object({ requestId, ...base }), someName)
  .transform((form, context) => ({ requestId: String(form['requestId']), ...listsOf(form, context) }))
export const editPartySchema = z
  .intersection(z.object({ version, ...base }), someName)
  .transform((form, context) => ({ version: Number(form['version']), ...listsOf(form, context) }))

export const licenceStatusSchema = z.object({
  version,
  status: z.enum(LICENCE_STATUSES, { error: 'parties.status_missing' }),
  sinceOn: day,
  source: z
    .string()
    .trim()
    .min(1, { error: 'parties.source_missing' })
    .max(NAME_MAX, { error: 'errors.too_long_to_send' }),
})

export const mergeSchema = z.object({
  requestId,
  fromVersion: version,
  intoVersion: version,
  reason: words('parties.merge_reason_missing'),
})

export const linkSchema = z.object({
  casePartyId: z.uuid({ error: 'errors.choose_known' }),
  partyId: z.union([z.uuid(), z.literal('')]).transform((id) => (id === '' ? null : id)),
  seen: z.union([z.uuid(), z.literal('')]).transform((id) => (id === '' ? null : id)),
})
