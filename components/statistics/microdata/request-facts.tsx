import { FactList } from '@/components/ui/facts'
import type { MicrodataPlan } from '@/lib/domain/statistics/microdata/request'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Told = MicrodataPlan & {
  readonly askedByName: string
  readonly askedAt: Date
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly decideNote: string | null
  readonly withdrawnByName: string | null
  readonly withdrawnAt: Date | null
  readonly withdrawNote: string | null
}

/** What was asked for, by whom, and who decided. */
export function RequestFacts({ t, request }: { t: Translator; request: Told }) {
  const { k, l, mostLeftOut, columns, fromQuarter, toQuarter } = request
  const act = (name: string | null, at: Date | null, note: string | null) =>
    name === null || at === null ? [] : [`${name}, ${formatInstant(at, t.locale)}${note === null ? '' : `: ${note}`}`]
  const decided = act(request.decidedByName, request.decidedAt, request.decideNote)
  const withdrawn = act(request.withdrawnByName, request.withdrawnAt, request.withdrawNote)
  return (
    <FactList
      facts={[
        { name: t('statistics.microdata_purpose'), value: request.purpose },
        { name: t('statistics.microdata_window'), value: `${fromQuarter} – ${toQuarter}` },
        {
          name: t('statistics.microdata_columns'),
          value: columns.map((column) => t(`statistics.microdata_column_${column}`)).join('; '),
        },
        {
          name: t('statistics.microdata_rules'),
          value: t('statistics.microdata_rules_text', { k, l, share: mostLeftOut }),
        },
        { name: t('statistics.microdata_asked_by'), value: act(request.askedByName, request.askedAt, null) },
        ...decided.map((value) => ({ name: t('statistics.microdata_decided_by'), value })),
        ...withdrawn.map((value) => ({ name: t('statistics.microdata_state_withdrawn'), value })),
      ]}
    />
  )
}
