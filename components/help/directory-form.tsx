import { labelOf } from '@/components/report/labels'
import { answeredLanguages, PROBLEMS, type DirectoryFilter } from '@/lib/domain/referral/directory'
import { PLACES } from '@/lib/domain/referral/referral-body'
import type { Translator } from '@/lib/i18n/translate'
import { DIRECTORY_FIELDS } from '@/lib/schemas/help/directory-query'
import { PLACE_KEYS, spokenName } from './body-words'

/** One GET form whose address is the choice; nothing of it is kept. */
export function DirectoryForm({ t, filter }: { t: Translator; filter: DirectoryFilter }) {
  const { language, place, problem } = DIRECTORY_FIELDS
  return (
    <form className="stack noprint" method="get" action={`/${t.locale}/help`} role="search">
      <Choice
        t={t}
        name={language}
        label={t('rights.find_language')}
        chosen={filter.language}
        options={answeredLanguages().map((code) => ({ value: code, text: spokenName(t, code) }))}
      />
      <Choice
        t={t}
        name={place}
        label={t('rights.find_place')}
        chosen={filter.place}
        options={PLACES.map((code) => ({ value: code, text: t(PLACE_KEYS[code]) }))}
      />
      <Choice
        t={t}
        name={problem}
        label={t('rights.find_problem')}
        chosen={filter.problem}
        options={PROBLEMS.map((code) => ({ value: code, text: labelOf(t, 'grievance_group', code) }))}
      />
      <button className="btn alt">{t('common.show')}</button>
    </form>
  )
}

function Choice({
  t,
  name,
  label,
  chosen,
  options,
}: {
  t: Translator
  name: string
  label: string
  chosen: string | null
  options: readonly { readonly value: string; readonly text: string }[]
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''} autoComplete="off">
        <option value="">{t('rights.find_any')}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
