import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { yesOrNo } from '@/components/report/money-questions'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { requireWorkerGrant } from '@/lib/access/door'
import { SATISFACTION_SCORES } from '@/lib/domain/satisfaction'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { rateCaseAction } from './actions'

type Props = PageProps<'/[locale]/track/case/rate'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** How it was: three questions, each in words, each may stay open. */
export default async function RatePage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, surveys } = reading
  const isRated = surveys.some(({ closedAt }) => closedAt?.getTime() === own.closedAt?.getTime())
  if (own.state !== 'closed' || isRated) redirect(`/${t.locale}/track/case`)
  const answers = [{ choices: yesOrNo(t('track.rate_yes'), t('track.rate_no')) }]
  return (
    <OwnPage t={t} heading={t('track.rate_heading')} lead={t('track.rate_lead')}>
      <ActionForm
        locale={t.locale}
        action={rateCaseAction.bind(null, t.locale)}
        refusals={{ case_gone: 'errors.not_found', not_ended: 'errors.not_found' }}
      >
        <OwnFields requestId={newId()} caseId={own.id} />
        <ChoiceGroup
          name="score"
          kind="radio"
          slim
          legend={t('track.rate_score')}
          sections={[
            {
              choices: SATISFACTION_SCORES.map((score) => ({
                value: String(score),
                text: t(`codes.satisfaction_score.${score}`),
              })),
            },
          ]}
        />
        <ChoiceGroup name="wouldReturn" kind="radio" slim legend={t('track.rate_return')} sections={answers} />
        <ChoiceGroup name="paidToComplain" kind="radio" slim legend={t('track.rate_paid')} sections={answers} />
        <div className="acts">
          <SubmitButton>{t('track.rate_button')}</SubmitButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
