import type { Metadata } from 'next'
import { ChoiceGroup } from '@/components/form/choice-group'
import { TextAreaField } from '@/components/form/text-area-field'
import { LedgerForm } from '@/components/ledger/ledger-form'
import { RemedyFrame } from '@/components/remedies/remedy-frame'
import { remedyName } from '@/components/remedies/remedy-words'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { heldValues } from '../../../held-form'
import { toldAction } from '../../actions'
import { openRemedy } from '../../open-remedies'
import { REMEDY_REFUSALS, remedyForm } from '../../remedy-action'

type Props = PageProps<'/[locale]/cases/[number]/remedies/[remedyId]/told'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('remedies.page_title', { number }) }
}

/** The worker answered an offer outside the app; the officer is the witness. */
export default async function ToldPage({ params }: Props) {
  const { locale: language, number, remedyId } = await params
  const t = translatorFor(toLocale(language))
  const { head, remedy } = await openRemedy(t.locale, number, remedyId, 'told')
  return (
    <RemedyFrame t={t} head={head} heading={t('remedies.told_heading')} about={remedyName(t, remedy)}>
      {remedy.terms === null ? null : (
        <p className="said" lang={remedy.termsLanguage ?? undefined}>
          {remedy.terms}
        </p>
      )}
      <LedgerForm
        t={t}
        action={toldAction.bind(null, t.locale, number, remedyId)}
        requestId={newId()}
        held={await heldValues({ name: remedyForm(`/${remedyId}/told`), number })}
        refusals={REMEDY_REFUSALS}
        reason="never"
        button={t('common.save')}
      >
        <input type="hidden" name="fingerprint" value={remedy.fingerprint ?? ''} />
        <ChoiceGroup
          name="answer"
          kind="radio"
          legend={t('remedies.told_question')}
          slim
          sections={[
            {
              choices: [
                { value: 'yes', text: t('remedies.told_yes') },
                { value: 'no', text: t('remedies.told_no') },
              ],
            },
          ]}
        />
        <TextAreaField name="words" label={t('remedies.told_words')} hint={t('remedies.told_words_hint')} rows={4} />
      </LedgerForm>
    </RemedyFrame>
  )
}
