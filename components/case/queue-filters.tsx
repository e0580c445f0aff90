import { DUE_GROUPS } from '@/lib/domain/case-queue'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { VERDICTS } from '@/lib/domain/fees/assessment/assessment'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { WAITING_ON } from '@/lib/domain/waiting-on'
import { STATES } from '@/lib/domain/workflow/states'
import type { Translator } from '@/lib/i18n/translate'
import type { QueueQuery } from '@/lib/schemas/case/queue-query'
import { codeWord, grievanceWords, schemeWord, wordOf } from './words'

type Officer = { readonly id: string; readonly displayName: string }

type Label = { readonly id: string; readonly name: string }

export type FilterName =
  | 'severity'
  | 'state'
  | 'origin'
  | 'scheme'
  | 'category'
  | 'officer'
  | 'waiting'
  | 'verdict'
  | 'label'
  | 'due'
  | 'unread'
  | 'signs'
type Filter = {
  readonly name: FilterName
  readonly label: string
  readonly any: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** The filters with their choices in words; the chips say the same words. */
export function filtersOf(t: Translator, officers: readonly Officer[], labels: readonly Label[]): readonly Filter[] {
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
    {
      name: 'waiting',
      label: t('cases.filter_waiting'),
      any: t('cases.any'),
      options: options(WAITING_ON, (code) => wordOf(t, `cases.waiting_${code}`, code)),
    },
    {
      name: 'due',
      label: t('cases.filter_due'),
      any: t('cases.any'),
      options: options(DUE_GROUPS, (code) => wordOf(t, `cases.group_${code}`, code)),
    },
    {
      name: 'verdict',
      label: t('cases.filter_verdict'),
      any: t('cases.any'),
      options: options(VERDICTS, (code) => codeWord(t, 'verdict', code)),
    },
    {
      name: 'label',
      label: t('cases.filter_label'),
      any: t('cases.any'),
      options: labels.map(({ id, name }) => ({ value: id, text: name })),
    },
    {
      name: 'unread',
      label: t('cases.filter_unread'),
      any: t('cases.any'),
      options: [{ value: 'yes', text: t('cases.only_unread') }],
    },
    {
      name: 'signs',
      label: t('cases.filter_signs'),
      any: t('cases.any'),
      options: [{ value: 'yes', text: t('cases.only_signs') }],
    },
  ]
}

/** One GET form whose address is the state. In a line above the queue; `isPage`: one below the other, for a phone. */
export function QueueFilters({
  t,
  query,
  officers,
  labels,
  filterHref,
  isPage = false,
}: {
  t: Translator
  query: QueueQuery
  officers: readonly Officer[]
  labels: readonly Label[]
  filterHref?: string
  isPage?: boolean
}) {
  return (
    <form className={isPage ? 'stack' : 'filters'} method="get" action={`/${t.locale}/cases`}>
      <input type="hidden" name="view" value={query.view} />
      {query.size === 25 ? null : <input type="hidden" name="size" value={query.size} />}
      {query.s === undefined ? null : <input type="hidden" name="s" value={query.s} />}
      {query.q === undefined ? null : <input type="hidden" name="q" value={query.q} />}
      {filtersOf(t, officers, labels).map(({ name, label, any, options }) => (
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
      <button className={isPage ? 'btn' : 'btn alt opt'}>{t('common.show')}</button>
      {filterHref === undefined ? null : (
        <a className="btn alt less" href={filterHref}>
          {t('cases.filters')}
        </a>
      )}
    </form>
  )
}
