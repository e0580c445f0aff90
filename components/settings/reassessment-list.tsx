import type { Reassessment } from '@/lib/domain/fees/reassessment'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { heldBack } from '@/lib/i18n/case-count'

/** How far the open cases are judged again. A link looks again: nothing on this page needs a script. */
export function ReassessmentList({
  t,
  reassessments,
  refreshHref,
}: {
  t: Translator
  reassessments: readonly Reassessment[]
  refreshHref: string
}) {
  if (reassessments.length === 0) return null
  const isRunning = reassessments.some(({ finishedAt }) => finishedAt === null)
  return (
    <section className="block" aria-labelledby="reassessment-heading">
      <h2 id="reassessment-heading">{t('settings.reassessment_heading')}</h2>
      <ul className="tight">
        {reassessments.map((one) => (
          <li key={one.id}>
            {t(`settings.reassessment_${one.cause}`)}
            {one.ruleRefs.length === 0 ? null : <span lang="en"> ({one.ruleRefs.join(', ')})</span>},{' '}
            {formatInstant(one.requestedAt, t.locale)}: <b>{progressText(t, one)}</b>
            {one.failed === 0 ? null : <> {t('settings.reassessment_failed', { number: heldBack(t, one.failed) })}</>}
          </li>
        ))}
      </ul>
      {isRunning ? (
        <p>
          <a href={refreshHref}>{t('settings.reassessment_refresh')}</a>
        </p>
      ) : null}
    </section>
  )
}

function progressText(t: Translator, { finishedAt, lookedAt, toLookAt, changed }: Reassessment): string {
  if (finishedAt === null && lookedAt === 0) return t('settings.reassessment_waiting')
  return t(finishedAt === null ? 'settings.reassessment_running' : 'settings.reassessment_done', {
    looked: heldBack(t, lookedAt),
    total: heldBack(t, Math.max(toLookAt, lookedAt)),
    changed: heldBack(t, changed),
  })
}
