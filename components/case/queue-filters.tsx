import { ORIGIN_CODES } from '@/lib/domain/countries'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { STATES } from '@/lib/domain/workflow/states'
import type { Translator } from '@/lib/i18n/translate'
import type { QueueQuery } from '@/lib/schemas/case/queue-query'
import { codeWord, grievanceWords, schemeWord } from './words'

type Officer = { readonly id: string; readonly displayName: string }

export type FilterName = 'severity' | 'state' | 'origin' | 'scheme' | 'category' | 'officer'
type Filter = {
  readonly name: FilterName
  readonly label: string
  readonly any: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** The filters with their choices in words; the chips say the same words. */
export function filtersOf(t: Translator, officers: readonly Officer[]): readonly Filter[] {
  const options = (codes: readonly string[], word: (code: string) => string) =>
    codes.map((value) => ({ value, text: word(value) }))
  return [
    {
      name: 'severity',
      label: t('cases.column_severity'),
      any: t('cases.any'),
      options: options(SEVERITIES, (code) => codeWord(t, 'severity', code)),
    },
    {
      name: 'state',
      label: t('cases.column_state'),
      any: t('cases.any'),
      options: options(STATES, (code) => codeWord(t, 'state', code)),
    },
    {
      name: 'origin',
      label: t('cases.filter_origin'),
      any: t('cases.any_origin'),
      options: options(ORIGIN_CODES, (code) => codeWord(t, 'origin', code)),
    },
    {
      name: 'scheme',
      label: t('cases.filter_scheme'),
      any: t('cases.any'),
      options: options(SCHEME_CODES, (code) => schemeWord(t, code)),
    },
    {
      name: 'category',
      label: t('cases.filter_category'),
      any: t('cases.any'),
      options: options(GRIEVANCE_CODES, (code) => grievanceWords(t, [code])),
    },
    {
      name: 'officer',
      label: t('cases.column_officer'),
      any: t('cases.anybody'),
      options: officers.map(({ id, displayName }) => ({ value: id, text: displayName })),
    },
  ]
}

/** One GET form whose address is the state. In a line above the queue; `isPage`: one below the other, for a phone. */
export function QueueFilters({
  t,
  query,
  officers,
  filterHref,
  isPage = false,
}: {
  t: Translator
  query: QueueQuery
  officers: readonly Officer[]
  filterHref?: string
  isPage?: boolean
}) {
  return (
    <form className={isPage ? 'stack' : 'filters'} method="get" action={`/${t.locale}/cases`} role="search">
      <input type="hidden" name="view" value={query.view} />
      {query.size === 25 ? null : <input type="hidden" name="size" value={query.size} />}
      <label className={isPage ? 'field' : undefined}>
        {t('cases.search_number')}
        <input type="search" name="q" id="q" defaultValue={query.q ?? ''} autoComplete="off" />
      </label>
      {filtersOf(t, officers).map(({ name, label, any, options }) => (
        <label key={name} className={isPage ? 'field' : 'opt'}>
          {label}
          <select name={name} defaultValue={query[name] ?? ''} autoComplete="off">
            <option value="">{any}</option>
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button className={isPage ? 'btn' : 'btn alt'}>{t('common.show')}</button>
      {filterHref === undefined ? null : (
        <a className="btn alt less" href={filterHref}>
          {t('cases.filters')}
        </a>
      )}
    </form>
  )
}
