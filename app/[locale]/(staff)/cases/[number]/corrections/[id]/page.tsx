import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { afterWords, beforeWords } from '@/components/case/case-follow-up'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { FactList } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listCorrections } from '@/lib/data/corrections'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { decideCorrectionAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/corrections/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.correction_title', { number }) }
}

/** What the worker says is wrong, beside what is written down, and what to do about it. */
export default async function CorrectionPage({ params }: Props) {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const { head, last, more } = await openAct(
    'case.decide_correction',
    { locale, number, act: `corrections/${id}` },
    async (on, found) => {
      const caseSeal = await findCaseSeal(on, found.id)
      return caseSeal && (await listCorrections(on, caseSeal)).find((one) => one.id === id)
    },
  )
  if (!more) notHere(locale)
  const t = translatorFor(locale)
  const isLedger = more.field === 'payment' || more.field === 'debt' || more.field === 'pay'
  const held = await heldValues({ name: `correction:${id}`, number })
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.corrections_heading')}>
      <FactList
        facts={[
          { name: t(`codes.correction_field.${more.field}`), value: beforeWords(t, more) },
          { name: t('cases.correction_after'), value: <b className="said">{afterWords(t, more)}</b> },
        ]}
      />
      {more.state === 'proposed' ? (
        <ActionForm
          locale={locale}
          action={decideCorrectionAction.bind(null, locale, number, id)}
          values={held ?? {}}
          refusals={{
            changed_meanwhile: 'cases.correction_changed',
            case_gone: 'errors.not_found',
            case_closed: 'cases.correction_closed',
            reason_missing: 'cases.correction_reason_missing',
          }}
          className="stack narrow"
        >
          <input type="hidden" name="requestId" value={newId()} />
          <ChoiceGroup
            name="decision"
            kind="radio"
            slim
            legend={t('cases.correction_decision')}
            sections={[
              {
                choices: [
                  {
                    value: 'accepted',
                    text: t('cases.correction_take'),
                    help: t(isLedger ? 'cases.correction_take_help_ledger' : 'cases.correction_take_help_case'),
                  },
                  { value: 'declined', text: t('cases.correction_leave') },
                ],
              },
            ]}
          />
          <TextAreaField
            name="reason"
            rows={4}
            label={t('cases.correction_reason')}
            hint={t('cases.correction_reason_hint')}
            lang={head.language}
          />
          <div className="acts">
            <SubmitButton>{t('cases.correction_button')}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <Note>{t('cases.correction_changed')}</Note>
      )}
    </ActFrame>
  )
}
