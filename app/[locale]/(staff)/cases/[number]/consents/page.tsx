import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { PLAIN_CONSENT_KINDS } from '@/lib/domain/consents'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { HEARD_METHODS } from '@/lib/schemas/case/record-consent'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { recordConsentAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/consents'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.yes_title', { number }) }
}

/** An officer writes down a yes of the worker and stands in as its witness. */
export default async function RecordConsentPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last } = await openAct('case.change_state', { locale, number, act: 'consents' }, async () => null)
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.yes_heading')}>
      <ActionForm
        locale={locale}
        action={recordConsentAction.bind(null, locale, number)}
        values={(await heldValues({ name: 'consent', number })) ?? {}}
        refusals={{ already_given: 'cases.yes_already', case_gone: 'errors.not_found' }}
        className="stack narrow"
      >
        <p>{t('cases.yes_lead')}</p>
        <ChoiceGroup
          name="kind"
          kind="radio"
          slim
          legend={t('cases.yes_kind')}
          sections={[
            { choices: PLAIN_CONSENT_KINDS.map((kind) => ({ value: kind, text: t(`cases.consent_${kind}`) })) },
          ]}
        />
        <ChoiceGroup
          name="method"
          kind="radio"
          slim
          legend={t('cases.yes_method')}
          sections={[{ choices: HEARD_METHODS.map((way) => ({ value: way, text: t(`cases.yes_method_${way}`) })) }]}
        />
        <div className="acts">
          <SubmitButton>{t('cases.yes_button')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
