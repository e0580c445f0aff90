import { useState } from 'react'
import { CallLink } from '@/components/fees/call-link'
import { CheckView } from '@/components/fees/check-view'
import { ShareLink } from '@/components/fees/share-link'
import { Sign } from '@/components/ui/sign'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { unpackBasis } from '@/lib/domain/fees/check/check-basis'
import { formatDay } from '@/lib/i18n/format'
import { checkAddress } from '@/lib/schemas/fees/check-address'
import { readCheck } from '@/lib/schemas/fees/check-query'
import type { Tongue } from './report-state'

/** The page of the checker for a question, made on the phone with the rules that were kept. */
export function Checker({ tongue, search }: { tongue: Tongue; search: string }) {
  const { t, locale, data } = tongue
  const [today] = useState(() => dayInJapan(new Date()))
  const reading = readCheck(Object.fromEntries(new URLSearchParams(search)), today)
  const isAnswer = reading.isAsked && !reading.isChange
  const notice = t(isAnswer ? 'fees.offline_notice' : 'fees.offline_form', { date: formatDay(data.madeOn, locale) })
  return (
    <CheckView
      t={t}
      reading={reading}
      basis={unpackBasis(data.basis)}
      today={data.madeOn}
      notice={
        <div className="note care" role="status">
          <Sign name="offline" />
          <div>
            <p>{notice}</p>
          </div>
        </div>
      }
      tell={
        <div className="tight">
          <p className="hint">{t('fees.offline_tell')}</p>
          <CallLink t={t} />
        </div>
      }
      share={<ShareLink t={t} address={checkAddress(reading.query)} />}
    />
  )
}
