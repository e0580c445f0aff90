import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ConflictQuestion } from '@/components/case/conflict-question'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { findPreferredOfficer } from '@/lib/data/officer-requests'
import { listCaseworkers } from '@/lib/data/staff'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { openAct } from '../case-acts'
import { assignCaseAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/assign'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.assign_title', { number }) }
}

export default async function AssignPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct('case.assign', { locale, number, act: 'assign' }, async (on, found) => ({
    caseworkers: await listCaseworkers(on),
    preferred: await findPreferredOfficer(on, found.id),
  }))
  const { caseworkers, preferred } = more
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.assign_heading')}>
      {preferred === null ? null : (
        <p>{t('cases.officer_prefers', { who: t(`codes.officer_preference.${preferred}`) })}</p>
      )}
      <ActionForm
        locale={locale}
        action={assignCaseAction.bind(null, locale, number)}
        refusals={{ case_closed: 'cases.take_closed' }}
        values={{ assigneeId: head.assignee?.id ?? '' }}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={head.version} />
        <SelectField
          name="assigneeId"
          label={t('cases.column_officer')}
          options={[
            { value: '', text: t('cases.choose') },
            ...caseworkers.map(({ id, displayName }) => ({ value: id, text: displayName })),
          ]}
        />
        <ConflictQuestion t={t} legend={t('cases.conflict_question_other')} />
        <div className="acts">
          <SubmitButton>{t('cases.assign')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
