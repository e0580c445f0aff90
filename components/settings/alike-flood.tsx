import { BULK_LIMIT, type ChosenCase } from '@/lib/domain/bulk-act'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Reports of the same words: the first to look at, the others with a tick each, to be closed together on a page that asks why. */
export function AlikeFlood({
  t,
  flood: { reports, firstAt },
}: {
  t: Translator
  flood: { readonly reports: readonly ChosenCase[]; readonly firstAt: Date }
}) {
  const [first, ...others] = reports
  if (first === undefined) return null
  return (
    <details>
      <summary>
        {t('settings.floods_alike_count', { count: reports.length, day: formatDayOf(firstAt, t.locale) })}
      </summary>
      <p>
        {t('settings.floods_alike_first')} <CaseLink t={t} number={first.number} />
      </p>
      <form method="get" action={`/${t.locale}/cases/bulk`} className="stack">
        <input type="hidden" name="act" value="close" />
        <ul>
          {others.slice(0, BULK_LIMIT).map(({ number, version }) => (
            <li key={number}>
              <input
                type="checkbox"
                name="case"
                value={`${number}.${version}`}
                defaultChecked
                aria-label={t('cases.tick_case', { number })}
              />{' '}
              <CaseLink t={t} number={number} />
            </li>
          ))}
        </ul>
        {others.length > BULK_LIMIT ? (
          <p className="mute">{t('settings.floods_alike_more', { count: others.length - BULK_LIMIT })}</p>
        ) : null}
        <p className="acts">
          <button className="btn alt">{t('settings.floods_alike_close')}</button>
        </p>
      </form>
    </details>
  )
}

function CaseLink({ t, number }: { t: Translator; number: string }) {
  return (
    <a className="code" href={`/${t.locale}/cases/${number}`}>
      {number}
    </a>
  )
}
