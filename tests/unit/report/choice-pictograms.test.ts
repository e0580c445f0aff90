import { expect, it } from 'vitest'
import { codeChoices, feeCategorySections, grievanceSections, partyChoices } from '@/components/report/code-choices'
import { COLLATERALS } from '@/lib/domain/fees/ledger/loan-terms'
import { LENDER_KINDS } from '@/lib/domain/fees/payees'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { CONTACT_CHANNELS } from '@/lib/domain/report/contact-channels'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { translatorFor } from '@/lib/i18n/translate'

const t = translatorFor('en')
const LISTS: readonly (readonly [list: string, codes: readonly string[]])[] = [
  ['collateral', COLLATERALS],
  ['contact_channel', CONTACT_CHANNELS],
  ['danger', DANGER_CODES],
  ['lender_kind', LENDER_KINDS],
  ['origin', ORIGIN_CODES],
  ['payer', PAYER_KINDS],
  ['payment_method', PAYMENT_METHODS],
  ['precision', PRECISIONS],
  ['receipt', RECEIPT_KINDS],
  ['scheme', SCHEME_CODES],
  ['told_before_signing', ['yes', 'no']],
]

it.each(LISTS)('every answer of %s has a picture', (list, codes) => {
  for (const { value, pictogram } of codeChoices(t, list, codes)) expect(pictogram, value).toBeDefined()
})

it('so has everything that can have happened, every payment and every party', () => {
  const sections = [...grievanceSections(t), ...feeCategorySections(t), { choices: partyChoices(t, undefined, []) }]
  const choices = sections.flatMap((section) => section.choices)
  expect(choices.length).toBeGreaterThan(60)
  for (const { value, pictogram } of choices) expect(pictogram, value).toBeDefined()
})
