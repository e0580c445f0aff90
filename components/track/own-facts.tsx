import { labelOf } from '@/components/report/labels'
import { sayContract } from '@/components/report/pay-words'
import type { Fact } from '@/components/ui/facts'
import type { CaseCorrection, CorrectionField } from '@/lib/domain/corrections'
import { PERSON_FIELDS, PERSON_LABELS, type PersonFacts } from '@/lib/domain/report/person-facts'
import type { Money } from '@/lib/domain/money/money'
import { formatDayOf, formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayHowMuch, sayPayment, type ToldPayment } from './payment-list'

/** A fact of the report that can be said to be wrong: which one, its name, and how it stands, in words and as it is kept. */
export type OwnFact = {
  readonly field: CorrectionField
  readonly subjectId: string | null
  readonly name: string
  readonly said: string
  /** A code for country and scheme, else the words. Null: not known. */
  readonly value: string | null
}

/** What the page of facts is made from. */
export type KnownFacts = {
  readonly own: { readonly origin: string | null; readonly scheme: string | null }
  readonly parties: readonly { readonly id: string; readonly role: string; readonly name: string | null }[]
  readonly feeLines: readonly ToldPayment[]
  readonly loans: readonly {
    readonly id: string
    readonly lenderKind: string | null
    readonly outstanding: Money | null
    readonly amountAsTyped: string | null
  }[]
  readonly wages: readonly { readonly id: string; readonly kind: string; readonly amount: Money }[]
  readonly contractMonths: number | null
}

/** Every fact that can be corrected, in the order of the report. */
export function ownFacts(t: Translator, known: KnownFacts): OwnFact[] {
  const { origin, scheme } = known.own
  const coded = (field: 'origin' | 'scheme', code: string | null): OwnFact => ({
    field,
    subjectId: null,
    name: t(`codes.correction_field.${field}`),
    said: code === null ? t('common.not_given') : labelOf(t, field, code),
    value: code,
  })
  const spoken = (field: CorrectionField, subjectId: string | null, name: string, said: string): OwnFact => ({
    field,
    subjectId,
    name,
    said,
    value: said,
  })
  return [
    coded('origin', origin),
    coded('scheme', scheme),
    ...known.parties.map(({ id, role, name }) =>
      spoken('party', id, labelOf(t, 'party_role', role), name ?? t('track.facts_no_name')),
    ),
    ...known.feeLines.map((line) => spoken('payment', line.id, sayPayment(t, line), sayHowMuch(t, line))),
    ...known.loans.map(({ id, lenderKind, outstanding, amountAsTyped }) =>
      spoken(
        'debt',
        id,
        lenderKind === null
          ? t('codes.correction_field.debt')
          : `${t('codes.correction_field.debt')}, ${labelOf(t, 'lender_kind', lenderKind)}`,
        outstanding === null ? (amountAsTyped ?? t('common.not_given')) : sayMoney(t, outstanding),
      ),
    ),
    ...known.wages.map(({ id, kind, amount }) => spoken('pay', id, labelOf(t, 'wage_fact', kind), sayMoney(t, amount))),
    ...(known.contractMonths === null
      ? []
      : [spoken('pay', null, t('track.facts_contract'), sayContract(known.contractMonths, t))]),
  ]
}

/** Who the worker is, as it was told for the statistics: the questions in their order; nothing without a yes to statistics. */
export function personRows(t: Translator, facts: PersonFacts | undefined): { name: string; said: string }[] {
  if (facts === undefined) return []
  return PERSON_FIELDS.map((field) => {
    const code = facts[field]
    return {
      name: t(`report.about_${PERSON_LABELS[field]}`),
      said: code === null ? t('common.not_given') : labelOf(t, PERSON_LABELS[field], code),
    }
  })
}

/** The facts as a list, each with the way to say that it is wrong and what became of saying so before. */
export function factRows(t: Translator, facts: readonly OwnFact[], corrections: readonly CaseCorrection[]): Fact[] {
  return facts.map(({ field, subjectId, name, said }) => {
    const last = corrections.findLast((one) => one.field === field && one.subjectId === subjectId)
    const query = subjectId === null ? '' : `?of=${subjectId}`
    return {
      name,
      value:
        last === undefined ? (
          said
        ) : (
          <>
            {said}
            <br />
            <small>{sayCorrection(t, last)}</small>
          </>
        ),
      change:
        last?.state === 'proposed'
          ? undefined
          : { href: `/${t.locale}/track/case/facts/${field}${query}`, text: t('track.facts_wrong'), about: name },
    }
  })
}

/** What the worker said and what came of it. */
export function sayCorrection(t: Translator, correction: CaseCorrection): string {
  const words = sayAfter(t, correction)
  if (correction.state === 'proposed' || correction.decidedAt === null) return t('track.facts_waits', { words })
  return correction.state === 'accepted'
    ? t('track.facts_accepted', { words, day: formatDayOf(correction.decidedAt, t.locale) })
    : t('track.facts_declined', { words, reason: correction.reason ?? '' })
}

function sayAfter(t: Translator, { field, after }: CaseCorrection): string {
  return field === 'origin' || field === 'scheme' ? labelOf(t, field, after) : after
}

function sayMoney(t: Translator, { amountMinor, currency }: Money): string {
  return formatMoney(amountMinor, currency, t.locale)
}
