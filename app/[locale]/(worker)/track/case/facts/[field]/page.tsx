import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { labelOf } from '@/components/report/labels'
import { ownFacts } from '@/components/track/own-facts'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { LinkButton } from '@/components/ui/link-button'
import { requireWorkerGrant } from '@/lib/access/door'
import { codesOf } from '@/lib/domain/corrections'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { correctFactAction } from './actions'

type Props = PageProps<'/[locale]/track/case/facts/[field]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** One fact as it stands, and the field for what is right. */
export default async function CorrectPage({ params, searchParams }: Props) {
  const { locale, field } = await params
  const t = pageWordsFor(toLocale(locale))
  const known = await readOwnFacts(await requireWorkerGrant('own_case.read', t.locale))
  if (known === null) redirect(`/${t.locale}/track`)
  const { of } = await searchParams
  const list = `/${t.locale}/track/case/facts`
  const subject = typeof of === 'string' ? of : null
  const fact = ownFacts(t, known).find((one) => one.field === field && one.subjectId === subject)
  if (!fact) redirect(list)
  const codes = codesOf(fact.field)
  return (
    <OwnPage t={t} heading={t('track.correct_heading')}>
      <p>
        {t('track.correct_now')}: <b>{fact.name}</b>, {fact.said}
      </p>
      <ActionForm
        locale={t.locale}
        action={correctFactAction.bind(null, t.locale, fact.field, subject)}
        refusals={{ case_gone: 'errors.not_found', corrections_full: 'track.correct_full' }}
      >
        <OwnFields requestId={newId()} caseId={known.own.id} />
        {codes === null ? (
          <TextAreaField name="after" rows={3} label={t('track.correct_words')} hint={t('track.correct_words_hint')} />
        ) : (
          <SelectField
            name="after"
            label={fact.name}
            options={[
              { value: '', text: t('common.not_given') },
              ...codes.map((code) => ({ value: code, text: labelOf(t, fact.field, code) })),
            ]}
          />
        )}
        <div className="acts">
          <SubmitButton>{t('track.correct_button')}</SubmitButton>
          <LinkButton look="bare" href={list}>
            {t('common.cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
