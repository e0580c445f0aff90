import { z } from 'zod'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import { PROGRAMMES, RULE_CONDITIONS, type RuleCondition } from '@/lib/domain/fees/rules/fee-rule'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { optionalWords } from '../case/limits'
import { monthCount } from '../report/number-input'
import type { StepFields } from '../report/step-form'
import { codeOf, codesOf } from '../report/typed'
import { newForm, versionShown, yesOrNo } from './ledger-fields'
import { monthNamesOf, namedMonthFieldsOf, readNamedMonth } from './named-month'
import { readSum, sumFieldsOf } from './sums'

/** Fields of the form that may repeat. */
export const PLACEMENT_LISTS = ['programmes'] as const

/** The months of a placement that are asked for. */
export const PLACEMENT_MONTHS = ['signed', 'started', 'ended'] as const

/** The name of the field of a condition. */
export function conditionName(condition: RuleCondition): string {
  return `condition_${condition}`
}

const shape = {
  ...newForm,
  version: versionShown,
  reason: optionalWords,
  origin: codeOf(ORIGIN_CODES),
  scheme: codeOf(SCHEME_CODES),
  contractMonths: monthCount,
  isFirstJobAbroad: yesOrNo,
  programmes: codesOf(PROGRAMMES),
  ...(Object.fromEntries(RULE_CONDITIONS.map((condition) => [conditionName(condition), yesOrNo])) as Record<
    `condition_${RuleCondition}`,
    typeof yesOrNo
  >),
}

/** The job the payments led to, and the way to it. `today` is 'YYYY-MM-DD'. */
export function placementSchema(today: string) {
  return z.looseObject(shape).transform((fields, ctx) => {
    const started = readNamedMonth(fields, 'started', today, ctx)
    const ended = readNamedMonth(fields, 'ended', today, ctx)
    if (started !== null && ended !== null && ended < started)
      ctx.addIssue({ code: 'custom', path: [monthNamesOf('ended').month], message: 'ledger.ended_before_start' })
    const answered = (answer: boolean) => RULE_CONDITIONS.filter((code) => fields[`condition_${code}`] === answer)
    return {
      requestId: fields.requestId,
      version: fields.version,
      reason: fields.reason ?? '',
      way: { origin: fields.origin ?? null, scheme: fields.scheme ?? null },
      placement: {
        contractMonths: fields.contractMonths ?? null,
        contractSignedOn: readNamedMonth(fields, 'signed', today, ctx),
        workStartedOn: started,
        workEndedOn: ended,
        isFirstJobAbroad: fields.isFirstJobAbroad,
        toldTotal: readSum(fields, 'toldTotal', ctx)?.money ?? null,
        programmes: fields.programmes,
        conditionsMet: answered(true),
        conditionsNotMet: answered(false),
      },
    }
  })
}

/** The fields filled with the job and the way to it as they stand. */
export function placementFieldsOf(
  { placement, head }: Pick<Ledger, 'placement' | 'head'>,
  proposed: CurrencyCode,
): StepFields {
  const first = placement?.isFirstJobAbroad ?? null
  return {
    origin: head.origin ?? '',
    scheme: head.scheme ?? '',
    contractMonths: String(placement?.contractMonths ?? ''),
    ...namedMonthFieldsOf('signed', placement?.contractSignedOn ?? null),
    ...namedMonthFieldsOf('started', placement?.workStartedOn ?? null),
    ...namedMonthFieldsOf('ended', placement?.workEndedOn ?? null),
    isFirstJobAbroad: first === null ? '' : first ? 'yes' : 'no',
    ...sumFieldsOf('toldTotal', placement?.toldTotal ?? null, proposed),
    programmes: placement?.programmes ?? [],
    ...Object.fromEntries([
      ...(placement?.conditionsNotMet ?? []).map((code) => [conditionName(code), 'no'] as const),
      ...(placement?.conditionsMet ?? []).map((code) => [conditionName(code), 'yes'] as const),
    ]),
  }
}
