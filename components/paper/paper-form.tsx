import type { ReactNode } from 'react'
import { PAPER_PAYMENTS, PAPER_PERSON_NUMBER, PAPER_STEPS, paperNumber } from '@/lib/domain/report/paper-numbers'
import { FEE_SCREENS } from '@/lib/domain/report/report-steps'
import type { Translator } from '@/lib/i18n/translate'
import type { PaperPart, PaperQuestion } from './paper-parts'
import { paperPayment } from './paper-payments'
import { paperPerson, paperQuestion } from './paper-questions'

const PAYMENTS = Array.from({ length: PAPER_PAYMENTS }, (_, index) => index + 1)

/** The questions of the screens as a form on paper, in their order and with the numbers that the screens to key it in say. */
export function PaperForm({ t }: { t: Translator }) {
  const questions = PAPER_STEPS.map((step) => {
    const number = paperNumber(step)
    if (step === 'fees') return <Payments key={step} t={t} number={number} />
    return (
      <Question key={step} number={number} asked={paperQuestion(t, step)}>
        {step === 'consents' ? <Part part={{ kind: 'line', label: t('report.paper_mark') }} /> : null}
      </Question>
    )
  })
  return (
    <>
      {questions}
      <Question number={PAPER_PERSON_NUMBER} asked={paperPerson(t)} />
    </>
  )
}

function Question({ number, asked, children }: { number: string | null; asked: PaperQuestion; children?: ReactNode }) {
  const { question, lead, parts } = asked
  return (
    <section className="paper-question">
      <h2>
        <b>{number}</b> {question}
      </h2>
      {lead === undefined ? null : <p className="hint">{lead}</p>}
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
      {children}
    </section>
  )
}

function Part({ part }: { part: PaperPart }) {
  if (part.kind === 'more') return <h3>{part.text}</h3>
  if (part.kind === 'line') return <WritingLine {...part} />
  return (
    <div className="paper-part">
      {part.legend === undefined ? null : <h3>{part.legend}</h3>}
      {part.sections.map(({ title, choices }, index) => (
        <div key={index}>
          {title === undefined ? null : <h4>{title}</h4>}
          <ul className="paper-boxes">
            {choices.map(({ value, text, help }) => (
              <li key={value}>
                <i aria-hidden="true" />
                <span>
                  {text}
                  {help === undefined ? null : <small>{help}</small>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function WritingLine({ label, hint, lines = 1, beside = [] }: Extract<PaperPart, { kind: 'line' }>) {
  return (
    <div className="paper-line">
      <p>
        {label}
        {hint === undefined ? null : <small> {hint}</small>}
        {beside.length === 0 ? null : <small> ({beside.join(', ')})</small>}
      </p>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
    </div>
  )
}

/** Three payments beside each other: a row for each choice and each line, a column for each payment. */
function Payments({ t, number }: { t: Translator; number: string | null }) {
  const row = (key: string, text: ReactNode, isLine: boolean) => (
    <tr key={key}>
      <th scope="row">{text}</th>
      {PAYMENTS.map((payment) => (
        <td key={payment} className={isLine ? 'write' : undefined}>
          {isLine ? null : <i aria-hidden="true" />}
        </td>
      ))}
    </tr>
  )
  const heading = (key: string, text: ReactNode) => (
    <tr key={key} className="paper-heading">
      <th scope="colgroup" colSpan={PAPER_PAYMENTS + 1}>
        {text}
      </th>
    </tr>
  )
  const rows = (key: string, part: PaperPart): ReactNode[] => {
    if (part.kind === 'more') return [heading(key, part.text)]
    if (part.kind === 'line') {
      const beside = part.beside ?? []
      return [row(key, beside.length === 0 ? part.label : `${part.label} (${beside.join(', ')})`, true)]
    }
    return [
      ...(part.legend === undefined ? [] : [heading(key, part.legend)]),
      ...part.sections.flatMap(({ title, choices }, index) => [
        ...(title === undefined ? [] : [heading(`${key} ${index}`, title)]),
        ...choices.map(({ value, text }) => row(`${key} ${index} ${value}`, text, false)),
      ]),
    ]
  }
  return (
    <section className="paper-question">
      <h2>
        <b>{number}</b> {t('report.fees_question', { count: 0 })}
      </h2>
      <table className="paper-payments">
        <thead>
          <tr>
            <td aria-hidden="true"> </td>
            {PAYMENTS.map((payment) => (
              <th scope="col" key={payment}>
                {t('report.fee_number', { number: payment })}
              </th>
            ))}
          </tr>
        </thead>
        {FEE_SCREENS.map((screen) => {
          const { question, parts } = paperPayment(t, screen)
          return (
            <tbody key={screen}>
              {heading(
                screen,
                <>
                  <b>{paperNumber('fees', screen)}</b> {question}
                </>,
              )}
              {parts.flatMap((part, index) => rows(`${screen} ${index}`, part))}
            </tbody>
          )
        })}
      </table>
      <p className="hint">{t('report.paper_more_payments')}</p>
    </section>
  )
}
