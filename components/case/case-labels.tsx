import type { CaseHead } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'

/** The words that the office sorted this case under, and the ways to add one and to take one off. */
export function CaseLabels({
  t,
  head,
  labels,
}: {
  t: Translator
  head: CaseHead
  labels: readonly { readonly id: string; readonly name: string }[]
}) {
  const chosen = `case=${head.number}.${head.version}`
  return (
    <p className="meta">
      {labels.length === 0 ? null : <span className="vh">{t('cases.labels_here')}</span>}
      {labels.map(({ id, name }) => (
        <span key={id} className="chip label">
          {name}
        </span>
      ))}
      <a className="noprint" href={`/${t.locale}/cases/bulk?act=label&${chosen}`}>
        {t('cases.bulk_label')}
      </a>
      {labels.length === 0 ? null : (
        <a className="noprint" href={`/${t.locale}/cases/bulk?act=unlabel&${chosen}`}>
          {t('cases.bulk_unlabel')}
        </a>
      )}
    </p>
  )
}
