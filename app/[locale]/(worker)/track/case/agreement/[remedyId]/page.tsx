import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { AgreementFacts } from '@/components/track/agreement-facts'
import { OwnFields } from '@/components/track/own-fields'
import { OwnPage } from '@/components/track/page-frame'
import { Note } from '@/components/ui/note'
import { requireWorkerGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { answerOfferAction } from './actions'

type Props = PageProps<'/[locale]/track/case/agreement/[remedyId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** What is offered to the worker, what stays open whatever the answer, and the answer. */
export default async function AgreementPage({ params }: Props) {
  const { locale, remedyId } = await params
  const t = pageWordsFor(toLocale(locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const offer = reading.offers.find(({ id }) => id === remedyId)
  if (!offer) redirect(`/${t.locale}/track/case`)
  return (
    <OwnPage t={t} heading={t('track.agreement_heading')} lead={t('track.agreement_lead')}>
      <AgreementFacts t={t} offer={offer} />
      {offer.terms === null ? null : (
        <section className="tight">
          <h2>{t('track.agreement_terms')}</h2>
          <p className="said" lang={offer.termsLanguage ?? undefined}>
            {offer.terms}
          </p>
        </section>
      )}
      <Note pictogram="scale">{t('track.agreement_rights')}</Note>
      <ActionForm
        locale={t.locale}
        action={answerOfferAction.bind(null, t.locale, remedyId)}
        refusals={{ case_gone: 'errors.not_found', offer_over: 'track.agreement_over' }}
      >
        <OwnFields requestId={newId()} caseId={reading.own.id} />
        <input type="hidden" name="fingerprint" value={offer.fingerprint ?? ''} />
        <ChoiceGroup
          name="answer"
          kind="radio"
          legend={t('track.agreement_question')}
          hint={t('track.agreement_if_no')}
          sections={[
            {
              choices: [
                { value: 'yes', text: t('track.agreement_yes') },
                { value: 'no', text: t('track.agreement_no') },
              ],
            },
          ]}
        />
        <TextAreaField name="words" label={t('track.agreement_words')} rows={3} />
        <div className="acts">
          <SubmitButton>{t('track.agreement_button')}</SubmitButton>
        </div>
      </ActionForm>
    </OwnPage>
  )
}
