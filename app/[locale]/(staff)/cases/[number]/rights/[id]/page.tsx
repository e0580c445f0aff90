import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { rightFacts } from '@/components/privacy/case-rights'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listRightsRequests } from '@/lib/data/rights-requests'
import { isOutcomeAllowed, RIGHTS_OUTCOMES, type Right } from '@/lib/domain/privacy/rights-request'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { answerRightAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/rights/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.rights_title', { number }) }
}

/** Where an officer does what is asked, before answering. */
const DONE_AT: Readonly<Record<Right, string>> = {
  access: 'print',
  correction: 'about',
  erasure: 'hold',
  restriction: 'consents',
  withdrawal: 'consents',
}

/** One request: what is asked, where to do it, and the answer. */
export default async function RightPage({ params }: Props) {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct(
    'case.answer_right',
    { locale, number, act: `rights/${id}` },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      return caseSeal && (await listRightsRequests(on, caseSeal)).find((one) => one.id === id)
    },
  )
  if (!more) notHere(locale)
  const t = translatorFor(locale)
  const outcomes = RIGHTS_OUTCOMES.filter((outcome) => isOutcomeAllowed(more.identityCheck, outcome))
  return (
    <ActFrame t={t} head={head} last={last} heading={t(`codes.right.${more.kind}`)}>
      <p className="mute">{rightFacts(t, more)}</p>
      {more.words === null ? null : (
        <p className="said" lang={more.language}>
          {more.words}
        </p>
      )}
      {more.outcome === null ? (
        <>
          <p>
            {t(`cases.right_about_${more.kind}`)}{' '}
            <a href={`/${locale}/cases/${number}/${DONE_AT[more.kind]}`}>{t('cases.right_do')}</a>
          </p>
          <ActionForm
            locale={locale}
            action={answerRightAction.bind(null, locale, number, id)}
            values={(await heldValues({ name: `right:${id}`, number })) ?? {}}
            refusals={{
              changed_meanwhile: 'cases.correction_changed',
              case_gone: 'errors.not_found',
              identity_missing: 'cases.right_identity_missing',
            }}
            className="stack narrow"
          >
            <input type="hidden" name="requestId" value={newId()} />
            <ChoiceGroup
              name="outcome"
              kind="radio"
              slim
              legend={t('cases.right_outcome')}
              sections={[{ choices: outcomes.map((value) => ({ value, text: t(`codes.right_outcome.${value}`) })) }]}
            />
            <TextAreaField
              name="reason"
              rows={4}
              label={t('cases.right_reason')}
              hint={t(more.askedBy === 'other' ? 'cases.right_reason_hint_other' : 'cases.right_reason_hint')}
              lang={head.language}
            />
            <div className="acts">
              <SubmitButton>{t('cases.right_button')}</SubmitButton>
            </div>
          </ActionForm>
        </>
      ) : (
        <Note>{t('cases.correction_changed')}</Note>
      )}
    </ActFrame>
  )
}
