import { ChoiceGroup } from '@/components/form/choice-group'
import { OpenRows } from '@/components/form/open-rows'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { codeWord, wordOf } from '@/components/case/words'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { NAME_KINDS, PROGRAMMES, REGIME_CODES } from '@/lib/domain/parties/register'
import type { StoredParty } from '@/lib/domain/parties/shown-party'
import type { RowGroup } from '@/lib/domain/writing/merge-edits'
import type { FieldValues } from '@/lib/http/form-fields'
import type { Translator } from '@/lib/i18n/translate'
import { LICENCE_ROWS, NAME_ROWS, PROGRAMME_ROWS } from '@/lib/schemas/parties/party-form'
import { countryOptions, countryWord } from './words'

const places = (count: number) => Array.from({ length: count }, (_, place) => place + 1)
const namesOf = (field: string, count: number) => places(count).map((n) => `${field}${n}`)

/** What belongs together in the form: a name with its kind, a licence, a membership. */
export const PARTY_ROWS: readonly RowGroup[] = [
  { fields: ['name', 'kind'], key: ['name'], most: NAME_ROWS },
  { fields: ['number', 'regime', 'from', 'to'], key: ['number', 'regime'], most: LICENCE_ROWS },
  { fields: ['programme', 'since', 'until'], key: ['programme'], most: PROGRAMME_ROWS },
]

/** What stands in a field, in words. */
export function partyWord(t: Translator, field: string, value: string): string {
  if (field === 'country') return countryWord(t, value)
  if (field === 'roles') return codeWord(t, 'party_role', value)
  return field === 'programme1' ? wordOf(t, `parties.programme_${value}`, value) : value
}

/** What is written down of a party. Rows left empty are none. */
export function PartyFields({ t }: { t: Translator }) {
  return (
    <>
      <fieldset className="stack">
        <legend>{t('parties.names')}</legend>
        <p className="hint">{t('parties.names_hint')}</p>
        <OpenRows names={namesOf('name', NAME_ROWS)} least={3} spare={2}>
          {places(NAME_ROWS).map((n) => (
            <div className="row" key={n}>
              <TextField name={`name${n}`} label={t('parties.name_n', { n })} />
              <SelectField
                name={`kind${n}`}
                label={t('parties.name_kind_n', { n })}
                width="m"
                options={NAME_KINDS.map((value) => ({ value, text: t(`parties.kind_${value}`) }))}
              />
            </div>
          ))}
        </OpenRows>
      </fieldset>
      <SelectField name="country" label={t('parties.country')} options={countryOptions(t)} width="m" />
      <ChoiceGroup
        name="roles"
        kind="checkbox"
        slim
        columns={2}
        legend={t('parties.roles')}
        sections={[{ choices: PARTY_ROLES.map((value) => ({ value, text: codeWord(t, 'party_role', value) })) }]}
      />
      <fieldset className="stack">
        <legend>{t('parties.licences')}</legend>
        <p className="hint">{t('parties.licences_hint')}</p>
        <OpenRows names={namesOf('number', LICENCE_ROWS)} spare={1}>
          {places(LICENCE_ROWS).map((n) => (
            <div className="row" key={n} role="group" aria-label={t('parties.licence_n', { n })}>
              <SelectField
                name={`regime${n}`}
                label={t('parties.licence_n', { n })}
                options={[
                  { value: '', text: t('parties.regime_none') },
                  ...REGIME_CODES.map((value) => ({ value, text: t(`parties.regime_${value}`) })),
                ]}
              />
              <TextField name={`number${n}`} label={t('parties.number')} width="m" />
              <TextField name={`from${n}`} label={t('parties.from_on')} width="s" />
              <TextField name={`to${n}`} label={t('parties.to_on')} width="s" />
            </div>
          ))}
        </OpenRows>
        <TextField name="source" label={t('parties.source')} hint={t('parties.source_hint')} />
      </fieldset>
      <fieldset className="stack">
        <legend>{t('parties.programmes')}</legend>
        <OpenRows names={namesOf('programme', PROGRAMME_ROWS)} spare={1}>
          {places(PROGRAMME_ROWS).map((n) => (
            <div className="row" key={n}>
              <SelectField
                name={`programme${n}`}
                label={t('parties.programme_n', { n })}
                width="m"
                options={[
                  { value: '', text: t('parties.programme_none') },
                  ...PROGRAMMES.map((value) => ({ value, text: t(`parties.programme_${value}`) })),
                ]}
              />
              <TextField name={`since${n}`} label={t('parties.from_on')} width="s" />
              <TextField name={`until${n}`} label={t('parties.to_on')} width="s" />
            </div>
          ))}
        </OpenRows>
      </fieldset>
    </>
  )
}

/** A stored party as the answers of the form. */
export function partyValues(party: StoredParty): FieldValues {
  const entries: [string, string][] = []
  const called = [...party.names].toSorted((a, b) => Number(b.name === party.name) - Number(a.name === party.name))
  called
    .slice(0, NAME_ROWS)
    .forEach(({ name, kind }, place) => entries.push([`name${place + 1}`, name], [`kind${place + 1}`, kind]))
  party.licences
    .slice(0, LICENCE_ROWS)
    .forEach((one, place) =>
      entries.push(
        [`regime${place + 1}`, one.regime],
        [`number${place + 1}`, one.number],
        [`from${place + 1}`, one.fromOn ?? ''],
        [`to${place + 1}`, one.toOn ?? ''],
      ),
    )
  party.programmes
    .slice(0, PROGRAMME_ROWS)
    .forEach((one, place) =>
      entries.push(
        [`programme${place + 1}`, one.programme],
        [`since${place + 1}`, one.fromOn ?? ''],
        [`until${place + 1}`, one.toOn ?? ''],
      ),
    )
  return {
    ...Object.fromEntries(entries),
    country: party.country,
    roles: [...party.roles],
    source: party.licences[0]?.source ?? '',
  }
}
