import type { ReactNode } from 'react'
import { answerCheck } from '@/lib/domain/fees/check/check-answer'
import type { CheckBasis } from '@/lib/domain/fees/check/check-basis'
import type { Translator } from '@/lib/i18n/translate'
import type { CheckReading } from '@/lib/schemas/fees/check-query'
import { CheckForm } from './check-form'
import { CheckResult } from './check-result'

/** The checker's page: the form, or the answer. Drawn by the server, and by a phone without network in the same way. */
export function CheckView({
  t,
  reading,
  basis,
  today,
  notice,
  tell,
  share,
}: {
  t: Translator
  reading: CheckReading
  basis: CheckBasis
  today: string
  notice: ReactNode
  tell: ReactNode
  share: ReactNode
}) {
  if (reading.isAsked && !reading.isChange) {
    const answer = answerCheck(reading.query, basis.rules, basis.rates, today)
    return <CheckResult t={t} answer={answer} today={today} notice={notice} tell={tell} share={share} />
  }
  return (
    <div className="page">
      <main id="main">
        {notice}
        <CheckForm t={t} reading={reading} rules={basis.rules} />
        <p className="hint">{t('fees.not_court')}</p>
        <p>
          <a href={`/${t.locale}/rights`}>{t('common.start_rights')}</a>
        </p>
      </main>
    </div>
  )
}
