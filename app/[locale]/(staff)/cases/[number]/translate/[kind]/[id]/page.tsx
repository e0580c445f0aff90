import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { languageWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import { notHere } from '@/lib/access/not-here'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findStaffNames } from '@/lib/data/staff'
import { findOriginal, listTranslations, TRANSLATED_KINDS } from '@/lib/data/translations'
import { formatInstant } from '@/lib/i18n/format'
import { LOCALES, LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { isId, newId } from '@/lib/platform/ids'
import { openAct } from '../../../case-acts'
import { heldValues } from '../../../held-form'
import { translateAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/translate/[kind]/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.translate_title', { number }) }
}

/** Somebody's words, every translation of them so far, and the form for the next one: by a person, under their name. */
export default async function TranslatePage({ params }: Props) {
  const { locale: language, number, kind: asked, id } = await params
  const locale = toLocale(language)
  const kind = TRANSLATED_KINDS.find((one) => one === asked)
  if (kind === undefined || !isId(id)) notHere(locale)
  const { head, more } = await openAct(
    'case.translate',
    { locale, number, act: `translate/${kind}/${id}` },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      const original = caseSeal && (await findOriginal(on, caseSeal, kind, id))
      if (!caseSeal || !original) return null
      const versions = (await listTranslations(on, found.id, caseSeal.unseal)).filter((one) => one.subjectId === id)
      const nameOf = await findStaffNames(
        on,
        versions.map((one) => one.translatedById),
      )
      return { original, versions: versions.map((one) => ({ ...one, by: nameOf(one.translatedById) })) }
    },
  )
  if (!more) notHere(locale)
  const { original, versions } = more
  const last = versions.at(-1)
  const held = await heldValues({ name: `translate:${id}`, number })
  const t = translatorFor(locale)
  const madeBy = ({ by, translatedAt }: (typeof versions)[number]) => ({
    name: by?.displayName ?? t('cases.unsaid'),
    at: formatInstant(translatedAt, locale),
  })
  return (
    <ActFrame t={t} head={head} last={null} heading={t('cases.translate_heading')}>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <p className="hint">{t('cases.translate_lead')}</p>
      <div className="words narrow">
        <p className="said" lang={original.language}>
          {original.text}
        </p>
        <p className="by">
          {t('cases.translate_original', {
            language: languageWord(t, original.language),
            at: formatInstant(original.at, locale),
          })}
        </p>
      </div>
      {last ? (
        <div className="words narrow" id="now">
          <p className="said" lang={last.language}>
            {last.text}
          </p>
          <p className="by">{t('cases.translated_now', madeBy(last))}</p>
        </div>
      ) : null}
      <ActionForm
        locale={locale}
        action={translateAction.bind(null, locale, number, { kind, id })}
        values={held ?? { language: last?.language ?? locale, translation: last?.text ?? '' }}
        refusals={{ case_gone: 'errors.not_found' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <input type="hidden" name="version" value={last?.version ?? 0} />
        <SelectField
          name="language"
          label={t('cases.translate_language')}
          width="m"
          options={LOCALES.filter((one) => one !== original.language).map((one) => ({
            value: one,
            text: LOCALE_FACTS[one].ownName,
            lang: one,
          }))}
        />
        <TextAreaField name="translation" label={t('cases.translate_words')} rows={8} />
        <div className="acts">
          <SubmitButton>{t('cases.translate_save')}</SubmitButton>
        </div>
      </ActionForm>
      {versions.length > 1 ? (
        <details className="more">
          <summary>{t('cases.translate_earlier')}</summary>
          {versions.slice(0, -1).map((one) => (
            <div className="words narrow" key={one.version}>
              <p className="said" lang={one.language}>
                {one.text}
              </p>
              <p className="by">{t('cases.translated_by', madeBy(one))}</p>
            </div>
          ))}
        </details>
      ) : null}
    </ActFrame>
  )
}
