import type { CaseFile } from '@/lib/domain/case-file'
import type { TimelineEntry } from '@/lib/domain/case-timeline'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, money } from './words'

/** The way of each remedy, from the claim to what the worker says of it. */
export function remedyEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.remedies.flatMap((remedy) => {
    const what = codeWord(t, 'remedy_type', remedy.type)
    const steps = [
      ['agreed', remedy.agreedAt],
      ['accepted', remedy.workerAcceptedAt],
      ['delivered', remedy.deliveredAt],
      ['confirmed', remedy.workerConfirmedAt],
      ['failed', remedy.failedAt],
    ] as const
    return steps.flatMap(([step, at]) =>
      at === null
        ? []
        : [
            {
              id: `remedy-${step} ${remedy.id}`,
              kind: 'remedy' as const,
              at,
              what: t(`cases.timeline_remedy_${step}`, { what }),
              who: step === 'accepted' || step === 'confirmed' ? t('cases.worker') : null,
            },
          ],
    )
  })
}

/** What was paid back, on the day it was. */
export function repaymentEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.remedies.flatMap(({ repayments }) =>
    repayments.flatMap(({ id, paidOn, amountMinor, currency }) => {
      if (paidOn === null || !/^\d{4}-\d{2}-\d{2}$/u.test(paidOn)) return []
      const amount = money(t, amountMinor, currency) ?? ''
      const at = new Date(`${paidOn}T00:00:00+09:00`)
      return [
        {
          id: `repayment ${id}`,
          kind: 'remedy' as const,
          at,
          what: t('cases.timeline_repayment', { amount }),
          who: null,
        },
      ]
    }),
  )
}
