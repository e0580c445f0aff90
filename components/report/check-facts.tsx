import type { ReactNode } from 'react'
import { Facts, type Fact } from '@/components/ui/facts'
import { consentsOffered } from '@/lib/domain/report/reached-answers'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { mayBeInDanger, mayHavePaid, type ReportStep } from '@/lib/domain/report/report-steps'
import type { Translator } from '@/lib/i18n/translate'
import { feeFacts } from './fee-table'
import { labelOf } from './labels'
import { sayDebt, sayPay } from './pay-words'

type Props = {
  readonly t: Translator
  readonly answers: ReportAnswers
  readonly changeHref: (step: ReportStep) => string
}

/** What happened, from where, and who was involved. */
export function MatterFacts({ t, answers, changeHref }: Props) {
  const { grievances, dangers, origin, scheme, parties } = answers
  const fact = factMaker(t, changeHref)
  return (
    <Facts
      facts={[
        fact(
          'grievances',
          labelOf(t, 'station', 'what_happened'),
          lines(grievances.map((code) => labelOf(t, 'grievance_worker', code))),
        ),
        ...(mayBeInDanger(answers)
          ? [
              fact(
                'danger',
                t('report.check_dangers'),
                lines(dangers.map((code) => labelOf(t, 'danger', code))) ?? t('report.check_none'),
              ),
            ]
          : []),
        fact(
          'corridor',
          t('report.check_from_to'),
          origin === undefined
            ? t('report.check_to_japan')
            : t('report.check_from_to_japan', { origin: labelOf(t, 'origin', origin) }),
        ),
        fact('scheme', t('report.check_scheme'), scheme === undefined ? null : labelOf(t, 'scheme', scheme)),
        fact(
          'parties',
          labelOf(t, 'station', 'who'),
          lines(
            parties.map(({ role, name }) =>
              name === undefined ? labelOf(t, 'party_role', role) : `${name} · ${labelOf(t, 'party_role', role)}`,
            ),
          ),
        ),
      ]}
    />
  )
}

/** Whether anything was paid, each payment, what is owed for it, and the pay it was for. */
export function MoneyFacts({
  t,
  answers,
  changeHref,
  changeFeeHref,
}: Props & { readonly changeFeeHref: (number: number) => string }) {
  const { paid, debt, pay } = answers
  const fact = factMaker(t, changeHref)
  const paidWords = { yes: t('report.paid_yes'), no: t('report.paid_no'), unsure: t('common.not_sure') }
  return (
    <Facts
      facts={[
        fact('paid', t('report.check_paid'), paid === undefined ? null : paidWords[paid]),
        ...(mayHavePaid(answers) ? feeFacts(t, answers.fees, changeFeeHref) : []),
        ...(paid === 'no' ? [] : [fact('debt', t('report.check_debt'), debt && lines(sayDebt(debt, t)))]),
        fact('pay', t('report.check_pay'), pay && lines(sayPay(pay, t))),
      ]}
    />
  )
}

/** How the worker may be reached. */
export function ContactFacts({ t, answers, changeHref }: Props) {
  const { channel, detail, safeTimes, mayLeaveMessage } = answers.contact
  const said = [
    labelOf(t, 'contact_channel', channel),
    channel === 'here_only' ? t('report.check_here_only') : null,
    detail ?? null,
    safeTimes ?? null,
    mayLeaveMessage === undefined ? null : t(mayLeaveMessage ? 'report.leave_message_yes' : 'report.leave_message_no'),
  ].filter((part) => part !== null)
  return <Facts facts={[factMaker(t, changeHref)('contact', t('report.check_reply'), lines(said))]} />
}

/** Each consent as a yes or a no. */
export function ConsentFacts({ t, answers, changeHref }: Props) {
  const fact = factMaker(t, changeHref)
  return (
    <Facts
      facts={consentsOffered(answers)
        .filter((kind) => kind !== 'send_to_body')
        .map((kind) =>
          fact(
            'consents',
            labelOf(t, 'consent_kind', kind),
            t(answers.consents.includes(kind) ? 'common.yes' : 'common.no'),
          ),
        )}
    />
  )
}

function factMaker(t: Translator, changeHref: (step: ReportStep) => string) {
  return (step: ReportStep, name: string, value: ReactNode): Fact => ({
    name,
    value: value ?? t('report.check_nothing_said'),
    change: { href: changeHref(step), text: t('common.change'), about: name },
  })
}

function lines(said: readonly string[]): ReactNode {
  if (said.length === 0) return null
  return (
    <ul>
      {said.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
