import { SelectField } from '@/components/form/select-field'
import { labelOf } from '@/components/report/labels'
import { IMPORT_FIELDS, importField } from '@/lib/domain/imports/import-fields'
import { CURRENCY_CODES } from '@/lib/domain/money/currencies'
import { LOCALE_FACTS, LOCALES } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { ASSISTED_CHANNELS, ASSISTED_CONSENT_METHODS } from '@/lib/schemas/report/draft-payload'
import { wordMark } from '@/lib/schemas/imports/word-meanings'
import { codeName, fieldName } from './import-words'

/** What each column is, with what stands in it. */
export function ColumnFields({
  t,
  headings,
  samples,
}: {
  t: Translator
  headings: readonly string[]
  samples: readonly (readonly string[])[]
}) {
  const options = [
    { value: '', text: t('imports.not_read') },
    ...IMPORT_FIELDS.map((field) => ({ value: field.key, text: fieldName(t, field) })),
  ]
  return (
    <section className="stack">
      <div className="tight">
        <h2>{t('imports.columns_heading')}</h2>
        <p className="mute">{t('imports.about_note')}</p>
      </div>
      <div className="import-columns">
        {headings.map((heading, column) => {
          const sample = samples.map((cells) => cells[column] ?? '').find((cell) => cell !== '')
          return (
            <SelectField
              key={column}
              name={`column_${column}`}
              label={t('imports.column_is', { number: column + 1, heading: heading || t('imports.column_empty') })}
              hint={t('imports.column_sample', { sample: short(sample) || t('imports.column_empty') })}
              options={options}
            />
          )
        })}
      </div>
    </section>
  )
}

/** What holds for every row. */
export function SettingFields({ t }: { t: Translator }) {
  return (
    <section className="stack">
      <h2>{t('imports.settings_heading')}</h2>
      <SelectField
        name="channel"
        label={t('imports.channel')}
        options={ASSISTED_CHANNELS.map((value) => ({ value, text: labelOf(t, 'intake_channel', value) }))}
        width="m"
      />
      <SelectField
        name="language"
        label={t('imports.language')}
        options={LOCALES.map((value) => ({ value, text: LOCALE_FACTS[value].ownName, lang: value }))}
        width="m"
      />
      <SelectField
        name="currency"
        label={t('imports.currency')}
        options={[
          { value: '', text: t('imports.currency_of_country') },
          ...CURRENCY_CODES.map((value) => ({ value, text: value })),
        ]}
        width="m"
      />
      <SelectField
        name="consentMethod"
        label={t('imports.consent_method')}
        options={ASSISTED_CONSENT_METHODS.map((value) => ({ value, text: t(`report.assisted_method_${value}`) }))}
      />
    </section>
  )
}

/** What words mean that no code was found for. */
export function WordFields({
  t,
  unknown,
}: {
  t: Translator
  unknown: readonly { readonly field: string; readonly word: string }[]
}) {
  if (unknown.length === 0) return null
  return (
    <section className="stack" id="words">
      <div className="tight">
        <h2>{t('imports.words_heading')}</h2>
        <p className="mute">{t('imports.words_lead')}</p>
      </div>
      <div className="import-columns">
        {unknown.map(({ field: key, word }) => {
          const field = importField(key)
          if (field === undefined) return null
          const mark = wordMark(key, word)
          return (
            <div key={mark}>
              <input type="hidden" name={`wordof_${mark}`} value={JSON.stringify([key, word])} />
              <SelectField
                name={`word_${mark}`}
                label={t('imports.word_means', { word, field: fieldName(t, field) })}
                options={[
                  { value: '?', text: t('imports.word_keep_wrong') },
                  { value: '', text: t('imports.word_nothing') },
                  ...(field.codes ?? []).map((code) => ({ value: code, text: codeName(t, field, code) })),
                ]}
              />
            </div>
          )
        })}
      </div>
    </section>
  )
}

function short(text: string | undefined): string {
  return text === undefined ? '' : text.length > 60 ? `${text.slice(0, 57)}…` : text
}
