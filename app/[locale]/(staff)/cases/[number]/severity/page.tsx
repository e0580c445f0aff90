import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { codeWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { BeforeField } from '@/components/form/before-field'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import { RESPONSE_TARGETS } from '@/lib/domain/response-targets'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { heldOver } from '@/lib/http/lost-race'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../case-acts'
import { heldValues } from '../held-form'
import { changeSeverityAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/severity'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.severity_title', { number }) }
}

export default async function SeverityPage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last } = await openAct('case.change_severity', { locale, number, act: 'severity' }, async () => null)
  const held = await heldValues({ name: 'severity', number })
  const now = { severity: head.severity }
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.severity_question')}>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        locale={locale}
        action={changeSeverityAction.bind(null, locale, number)}
        values={heldOver(held, now)}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={head.version} />
        <input type="hidden" name="requestId" value={newId()} />
        <BeforeField values={now} />
        <ChoiceGroup
          name="severity"
          kind="radio"
          legend={t('cases.column_severity')}
          slim
          sections={[
            {
              choices: SEVERITIES.map((value) => ({
                value,
                text: codeWord(t, 'severity', value),
                help: t('cases.severity_promise', {
                  reply: RESPONSE_TARGETS[value].firstReplyHours,
                  triage: RESPONSE_TARGETS[value].triageDecisionHours / 24,
                }),
              })),
            },
          ]}
        />
        <TextAreaField name="reason" label={t('cases.severity_reason')} hint={t('cases.reason_hint')} rows={4} />
        <div className="acts">
          <SubmitButton>{t('common.save')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
