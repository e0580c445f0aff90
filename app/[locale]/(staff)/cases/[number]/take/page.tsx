import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { ConflictQuestion } from '@/components/case/conflict-question'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { openAct } from '../case-acts'
import { takeCaseAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/take'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.take_title', { number }) }
}

export default async function TakePage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const { head, last } = await openAct('case.take', { locale, number, act: 'take' }, async () => null)
  const t = translatorFor(locale)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('cases.take_heading')}>
      {head.assignee ? <Note tone="still">{t('cases.take_held_by', { name: head.assignee.displayName })}</Note> : null}
      <ActionForm
        locale={locale}
        action={takeCaseAction.bind(null, locale, number)}
        refusals={{ already_held: 'cases.take_already_held', case_closed: 'cases.take_closed' }}
        className="stack narrow"
      >
        <input type="hidden" name="version" value={head.version} />
        <ConflictQuestion t={t} legend={t('cases.conflict_question')} />
        <div className="acts">
          <SubmitButton>{t('cases.take')}</SubmitButton>
        </div>
      </ActionForm>
    </ActFrame>
  )
}
