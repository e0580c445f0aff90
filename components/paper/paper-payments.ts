import { codeChoices, feeCategorySections, partyChoices } from '@/components/report/code-choices'
import { PAYER_KINDS, PAYMENT_METHODS, PRECISIONS, RECEIPT_KINDS } from '@/lib/domain/fees/payment-methods'
import type { FeeScreen } from '@/lib/domain/report/report-steps'
import type { Translator } from '@/lib/i18n/translate'
import type { PaperPart, PaperQuestion } from './paper-parts'

/** One screen of a payment on paper, in the words and the order of the screen. */
export function paperPayment(t: Translator, screen: FeeScreen): PaperQuestion {
  return SCREENS[screen](t)
}

const coded = (t: Translator, legend: string, list: string, codes: readonly string[]): PaperPart => ({
  kind: 'boxes',
  legend,
  sections: [{ choices: codeChoices(t, list, codes) }],
})

const SCREENS: Readonly<Record<FeeScreen, (t: Translator) => PaperQuestion>> = {
  payee: (t) => ({
    question: t('report.payee_question'),
    parts: [
      { kind: 'boxes', sections: [{ choices: partyChoices(t, undefined, []) }] },
      { kind: 'line', label: t('report.payee_name') },
    ],
  }),
  category: (t) => ({
    question: t('report.category_question'),
    parts: [{ kind: 'boxes', sections: feeCategorySections(t) }],
  }),
  amount: (t) => ({
    question: t('report.amount_question'),
    parts: [
      { kind: 'line', label: t('common.amount'), beside: [t('common.currency')] },
      coded(t, t('report.precision_legend'), 'precision', PRECISIONS),
      { kind: 'line', label: t('report.amount_max') },
      { kind: 'line', label: t('report.month_legend'), beside: [t('common.month'), t('common.year')] },
      { kind: 'more', text: t('report.refunded_more_question') },
      { kind: 'line', label: t('report.refunded') },
    ],
  }),
  how: (t) => ({
    question: t('report.how_question'),
    parts: [
      coded(t, t('report.method_legend'), 'payment_method', PAYMENT_METHODS),
      { kind: 'line', label: t('report.instalments') },
      coded(t, t('report.receipt_legend'), 'receipt', RECEIPT_KINDS),
      coded(t, t('report.told_legend'), 'told_before_signing', ['yes', 'no']),
      { kind: 'more', text: t('report.payer_more') },
      coded(t, t('report.payer_legend'), 'payer', PAYER_KINDS),
    ],
  }),
}
