import type { Forum } from '@/lib/domain/forums/forums-for'
import { nextLimitation, type Limitation } from '@/lib/domain/forums/limitations-for'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { forumName } from './forum-words'
import { DaysLeft } from './limitation-list'

/** On the case page: the next claim to run out, and who could order a repayment; the rest is one press away. */
export function CaseForums({
  t,
  forums,
  limitations,
  href,
}: {
  t: Translator
  forums: readonly Forum[]
  limitations: readonly Limitation[]
  href: string
}) {
  const next = nextLimitation(limitations)
  const deciding = forums.filter(({ rule }) => rule.effect === 'orders')
  const maybeOver = limitations.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length
  return (
    <section className="block" aria-labelledby="forums">
      <h2 id="forums">{t('forums.heading')}</h2>
      {next?.endsOn ? (
        <p>
          {t(`forums.claim_${next.claim}`)}: {formatDay(next.endsOn, t.locale)} <DaysLeft t={t} limitation={next} />
        </p>
      ) : (
        <p>{t('forums.no_next')}</p>
      )}
      {maybeOver === 0 ? null : <p>{t('forums.maybe_over', { count: maybeOver })}</p>}
      {deciding.length === 0 ? null : (
        <p>
          {t('forums.deciding', {
            bodies: new Intl.ListFormat(t.locale, { type: 'unit', style: 'short' }).format(
              deciding.slice(0, 3).map(({ rule }) => forumName(t, rule.body)),
            ),
          })}
        </p>
      )}
      <p className="noprint">
        <a href={href}>{t('forums.all', { count: forums.length })}</a>
      </p>
    </section>
  )
}
