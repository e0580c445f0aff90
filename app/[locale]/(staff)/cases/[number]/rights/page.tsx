import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { CaseRights } from '@/components/privacy/case-rights'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listRightsRequests } from '@/lib/data/rights-requests'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { RIGHTS, RIGHTS_ASKERS, RIGHTS_IDENTITY, RIGHTS_WAYS } from '@/lib/domain/privacy/rights-request'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { recordRightAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/rights'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.rights_title', { number }) }
}

/** What was asked about the data in this case, with what came of it, and one that came by phone, mail or in person. */
export default async function RightsPage({ params, searchParams }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct(
    'case.answer_right',
    { locale, number, act: 'rights' },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      return caseSeal ? await listRightsRequests(on, caseSeal) : []
    },
  )
  const t = translatorFor(locale)
  const at = now()
  const { done } = await searchParams
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.rights_heading')}>
      {done === 'recorded' || done === 'answered' ? (
        <Note tone="ok" announced>
          {t(`cases.rights_done_${done}`)}
        </Note>
      ) : null}
      <p>{t('cases.rights_lead')}</p>
      <CaseRights t={t} rights={more} at={at} address={`/${locale}/cases/${number}`} />
      <h2>{t('cases.rights_new')}</h2>
      <ActionForm
        locale={locale}
        action={recordRightAction.bind(null, locale, number)}
        values={(await heldValues({ name: 'right', number })) ?? { cameOn: dayInJapan(at), identityCheck: 'not_yet' }}
        refusals={{ case_gone: 'errors.not_found' }}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        <SelectField
          name="kind"
          label={t('cases.right_kind')}
          options={RIGHTS.map((value) => ({ value, text: t(`codes.right.${value}`) }))}
        />
        <SelectField
          name="askedBy"
          label={t('cases.right_asked_by')}
          hint={t('cases.right_asked_by_hint')}
          options={RIGHTS_ASKERS.map((value) => ({ value, text: t(`cases.right_asker_${value}`) }))}
        />
        <SelectField
          name="cameBy"
          label={t('cases.right_came_by')}
          options={RIGHTS_WAYS.map((value) => ({ value, text: t(`cases.right_way_${value}`) }))}
        />
        <TextField name="cameOn" type="date" label={t('cases.right_came_on')} width="m" />
        <SelectField
          name="identityCheck"
          label={t('cases.right_identity')}
          options={RIGHTS_IDENTITY.map((value) => ({ value, text: t(`cases.right_identity_${value}`) }))}
        />
        <TextAreaField name="words" rows={2} label={t('cases.right_words')} hint={t('cases.right_words_hint')} />
        <div className="acts">
          <SubmitButton>{t('cases.right_record')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
