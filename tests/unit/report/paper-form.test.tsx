import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { FormContext, type FormSituation } from '@/components/form/form-context'
import { paperWords } from '@/components/paper/paper-parts'
import { paperPayment } from '@/components/paper/paper-payments'
import { paperPerson, paperQuestion } from '@/components/paper/paper-questions'
import { FeeFields } from '@/components/report/fee-fields'
import { askWorker, PersonFields } from '@/components/report/person-fields'
import { QuestionFields } from '@/components/report/question-fields'
import { RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { WORKER_GRIEVANCES } from '@/lib/domain/grievances/catalog'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { PAPER_STEPS, paperNumber } from '@/lib/domain/report/paper-numbers'
import { FEE_SCREENS, REPORT_STEPS } from '@/lib/domain/report/report-steps'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

/** Answers that lead past everything that can be asked. */
const EVERYTHING: ReportAnswers = {
  ...noAnswers(),
  grievances: WORKER_GRIEVANCES.map(({ code }) => code),
  parties: PARTY_ROLES.map((role) => ({ role })),
  contact: { channel: 'phone' },
}

const FORM: FormSituation = {
  values: {},
  errors: {},
  hasFailed: false,
  isPending: false,
  words: { check: '', sentOnce: '', errorsHeading: '', failedHeading: '', noNetwork: '', notSent: '', tooLong: '' },
  register: (name) => ({ name }),
}

const drawn = (screen: React.ReactNode) =>
  renderToStaticMarkup(<FormContext.Provider value={FORM}>{screen}</FormContext.Provider>)

/** What stands on a screen: its question, headings, choices and the names of its fields, in order; no help, no hints, no lists to choose from. */
function screenWords(html: string): string[] {
  const plain = html.replaceAll(/<(svg|small|select)\b[\s\S]*?<\/\1>/gu, '')
  return [...plain.matchAll(/<(h1|h2|legend|label|summary)\b[^>]*>([\s\S]*?)<\/\1>/gu)].map(([, , inner = '']) =>
    inner
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll('&amp;', '&')
      .replaceAll('&#x27;', '’')
      .replaceAll('&quot;', '"')
      .trim(),
  )
}

const onPaper = (words: string[]) => words.map((word) => word.replaceAll("'", '’'))

describe.each(LOCALES)('the paper form in %s', (locale: Locale) => {
  const t = translatorFor(locale)

  test.each(PAPER_STEPS.filter((step) => step !== 'fees'))('asks %s as its screen does', (step) => {
    const screen = screenWords(drawn(<QuestionFields step={step} t={t} answers={EVERYTHING} />))
    const paper = onPaper(paperWords(paperQuestion(t, step)))
    const labels = { [t('report.detail_phone')]: t('report.paper_detail') }
    const shown = screen.map((word) => (step === 'contact_details' ? (labels[word] ?? word) : word))
    // Lists to choose from on the screen are boxes on paper, or a hint beside the line.
    const periods = RATE_PERIODS.map((code) => t(`codes.rate_period.${code}`))
    const listed = [t('common.currency'), ...(step === 'debt' ? [t('common.not_sure'), ...periods] : [])]
    expect(paper.filter((word) => !listed.includes(word))).toEqual(shown)
    expect(shown.length).toBeGreaterThan(1)
  })

  test.each(FEE_SCREENS)('asks %s of a payment as its screen does', (screen) => {
    const shown = screenWords(
      drawn(<FeeFields screen={screen} t={t} answers={noAnswers()} line={{}} number={1} proposed="JPY" />),
    )
    const paper = onPaper(paperWords(paperPayment(t, screen)))
    expect(paper.filter((word) => word !== t('common.currency'))).toEqual(shown)
  })
})

describe.each(LOCALES)('the questions about who reports in %s', (locale: Locale) => {
  const t = translatorFor(locale)

  test('are on paper as on the page, with no wish to answer each time; the page folds long lists', () => {
    const page = screenWords(drawn(<PersonFields t={t} ask={askWorker(t)} />))
    const { parts } = paperPerson(t)
    const paper = parts.map((part) => onPaper(paperWords({ question: '', parts: [part] })).slice(1))
    expect(
      paper.flatMap((words) => (words.length > 7 ? words.slice(0, 1) : words)).filter((w) => !page.includes(w)),
    ).toEqual([])
    expect(page).toEqual(expect.arrayContaining(paper.flatMap(([question]) => question ?? [])))
    for (const words of paper) expect(words).toContain(onPaper([t('report.prefer_not')])[0])
  })
})

test('numbers follow the screens, every screen but the check has one, and none twice', () => {
  const numbers = REPORT_STEPS.map((step) => paperNumber(step))
  expect(numbers).toEqual([...PAPER_STEPS.map((_, index) => String(index + 1)), null])
  expect(FEE_SCREENS.map((screen) => paperNumber('fees', screen))).toEqual(['8a', '8b', '8c', '8d'])
})
