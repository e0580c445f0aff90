import { Tag } from '@/components/ui/tag'
import type { Limitation } from '@/lib/domain/forums/limitations-for'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { periodWords } from './forum-words'
import { LegalSource } from './legal-source'

/** So near that an officer must not wait any longer. */
const NEAR_DAYS = 90

/** The days left for each claim, the next to run out first. On a phone a row is a card. */
export function LimitationList({ t, limitations }: { t: Translator; limitations: readonly Limitation[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('forums.limits_heading')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['claim', 'left', 'ends', 'counted'] as const).map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`forums.limit_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {limitations.map((one) => (
          <tr role="row" key={`${one.rule.id} ${one.claim} ${one.startsOn ?? ''}`}>
            <th role="rowheader" scope="row">
              {t(`forums.claim_${one.claim}`)}
              <small>
                {one.lineIds.length === 0 ? null : t('forums.limit_payments', { count: one.lineIds.length })}
              </small>
            </th>
            <td role="cell">
              <DaysLeft t={t} limitation={one} />
            </td>
            <td role="cell">{one.endsOn === null ? '–' : formatDay(one.endsOn, t.locale)}</td>
            <td role="cell" className="full">
              {one.startsOn === null
                ? t(`forums.ask_${one.rule.start}`)
                : t(`forums.counted_${one.rule.start}`, {
                    period: periodWords(t, one.rule.period),
                    date: formatDay(one.startsOn, t.locale),
                  })}
              {one.isCautious && one.startsOn !== null ? ` ${t('forums.cautious')}` : null}
              <LegalSource t={t} rule={one.rule} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How much time is left, as a tag: over, near, running, or not known. */
export function DaysLeft({ t, limitation: { daysLeft } }: { t: Translator; limitation: Limitation }) {
  if (daysLeft === null)
    return (
      <Tag tone="missing" pictogram="clock">
        {t('forums.left_unknown')}
      </Tag>
    )
  if (daysLeft < 0)
    return (
      <Tag tone="likely" pictogram="clock">
        {t('forums.left_over')}
      </Tag>
    )
  return (
    <Tag tone={daysLeft <= NEAR_DAYS ? 'above' : 'plain'} pictogram="clock">
      {t('forums.left_days', { count: daysLeft })}
    </Tag>
  )
}
