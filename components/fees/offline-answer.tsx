import type { ReactNode } from 'react'
import { Sign } from '@/components/ui/sign'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { unpackBasis, type PackedBasis } from '@/lib/domain/fees/check/check-basis'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFrom } from '@/lib/i18n/translator'
import { checkAddress } from '@/lib/schemas/fees/check-address'
import { readCheck } from '@/lib/schemas/fees/check-query'
import { CallLink } from './call-link'
import { CheckView } from './check-view'
import { ShareLink } from './share-link'

/** The one file a phone keeps: words, rules, rates, and the day they are of. */
export type OfflineData = {
  readonly madeOn: string
  readonly words: Readonly<Record<string, string>>
  readonly basis: PackedBasis
}

/** The page for a question, made on the phone with the rules that were kept; null when nothing was kept. */
export async function offlineAnswer(locale: Locale, search: string): Promise<ReactNode | null> {
  const answer = await fetch(`/${locale}/fees/data.json`).catch(() => null)
  if (answer === null || !answer.ok) return null
  const { madeOn, words, basis } = (await answer.json()) as OfflineData
  const t = translatorFrom(words, locale)
  const today = dayInJapan(new Date())
  const reading = readCheck(Object.fromEntries(new URLSearchParams(search)), today)
  const isAnswer = reading.isAsked && !reading.isChange
  const notice = t(isAnswer ? 'fees.offline_notice' : 'fees.offline_form', { date: formatDay(madeOn, locale) })
  return (
    <CheckView
      t={t}
      reading={reading}
      basis={unpackBasis(basis)}
      today={madeOn}
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
