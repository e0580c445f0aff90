import { money } from '@/components/case/words'
import type { CohortSupport } from '@/lib/domain/fees/ledger/cohort'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What others paid the same party for the same: support where nobody has papers, and never the worker's own figure. */
export function CohortNote({ t, cohort }: { t: Translator; cohort: CohortSupport | null }) {
  const low = cohort && money(t, cohort.p25Jpy, 'JPY')
  const high = cohort && money(t, cohort.p75Jpy, 'JPY')
  return (
    <section className="block narrow">
      <h2>{t('ledger.cohort_heading')}</h2>
      {cohort === null ? (
        <p className="mute">{t('ledger.cohort_none')}</p>
      ) : (
        <>
          <p>
            {t('ledger.cohort_text', {
              count: cohort.n,
              number: formatCount(cohort.n, t.locale),
              quarter: cohort.quarter.replace('-', ' '),
              median: money(t, cohort.medianJpy, 'JPY') ?? '',
            })}
            {low === null || high === null ? null : ` ${t('ledger.cohort_half', { low, high })}`}
          </p>
          <p>
            <b>{t('ledger.cohort_not_own')}</b>
          </p>
        </>
      )}
    </section>
  )
}
