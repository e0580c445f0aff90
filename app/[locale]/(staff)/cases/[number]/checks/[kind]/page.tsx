import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { codeWord } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { ChoiceGroup } from '@/components/form/choice-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { Note } from '@/components/ui/note'
import { isCheckKind, RETALIATION_ANSWERS } from '@/lib/domain/workflow/checks'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { recordCheckAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/checks/[kind]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number, kind } = await params
  const t = translatorFor(toLocale(locale))
  return { title: t('cases.state_title', { number, state: codeWord(t, 'deadline', kind) }) }
}

/** What came of a check that was made on the phone or by letter. */
export default async function CheckPage({ params }: Props) {
  const { locale: language, number, kind } = await params
  const locale = toLocale(language)
  if (!isCheckKind(kind)) notHere(locale)
  const { head, last } = await openAct('case.change_state', { locale, number, act: `checks/${kind}` }, async () => null)
  const held = await heldValues({ name: `check:${kind}`, number })
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={codeWord(t, 'deadline', kind)}>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        locale={locale}
        action={recordCheckAction.bind(null, locale, number, kind)}
        values={held ?? {}}
        className="stack narrow"
      >
        <input type="hidden" name="requestId" value={newId()} />
        {kind === 'retaliation_check' ? (
          <ChoiceGroup
            name="answer"
            kind="radio"
            slim
            legend={t('cases.retaliation_answer')}
            sections={[
              {
                choices: RETALIATION_ANSWERS.map((value) => ({ value, text: t(`cases.retaliation_answer_${value}`) })),
              },
            ]}
          />
        ) : null}
        <TextAreaField name="outcome" label={t(`cases.check_outcome_${kind}`)} hint={t('cases.reason_hint')} rows={5} />
        <div className="acts">
          <SubmitButton>{t('cases.check_save')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
