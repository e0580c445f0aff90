import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { codeChoices } from '@/components/report/code-choices'
import { yesOrNo } from '@/components/report/money-questions'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { requireWorkerGrant } from '@/lib/access/door'
import { CONTACT_CHANNELS } from '@/lib/domain/report/contact-channels'
import { noAnswers } from '@/lib/domain/report/answers'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { contactDetailsForm } from '@/lib/schemas/report/contact-form'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { changeContactAction } from './actions'

type Props = PageProps<'/[locale]/track/case/contact'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** How the worker can be reached without harm, to be changed at once. */
export default async function ContactPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const known = await readOwnFacts(await requireWorkerGrant('own_case.read', t.locale))
  if (known === null) redirect(`/${t.locale}/track`)
  return (
    <OwnPage t={t} heading={t('track.contact_heading')} lead={t('track.contact_lead')}>
      <ActionForm
        locale={t.locale}
        action={changeContactAction.bind(null, t.locale)}
        values={contactDetailsForm.fieldsOf({ ...noAnswers(), contact: known.contact })}
        refusals={{ case_gone: 'errors.not_found' }}
      >
        <OwnFields requestId={newId()} caseId={known.own.id} />
        <ChoiceGroup
          name="channel"
          kind="radio"
          slim
          legend={t('report.contact_question')}
          sections={[{ choices: codeChoices(t, 'contact_channel', CONTACT_CHANNELS) }]}
        />
        <TextField name="detail" label={t('track.contact_detail')} spellCheck={false} />
        <TextField name="safeTimes" label={t('report.safe_times')} hint={t('report.safe_times_hint')} />
        <ChoiceGroup
          name="mayLeaveMessage"
          kind="radio"
          slim
          legend={t('report.leave_message_legend')}
          sections={[{ choices: yesOrNo(t('report.leave_message_yes'), t('report.leave_message_no')) }]}
        />
        <div className="acts">
          <SubmitButton>{t('common.save')}</SubmitButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
