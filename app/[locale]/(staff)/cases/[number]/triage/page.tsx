import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { ActFrame } from '@/components/case/act-frame'
import { CaseLinks } from '@/components/case/case-links'
import { TriageFields } from '@/components/case/triage-fields'
import { TriageWords } from '@/components/case/triage-words'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { dangerField } from '@/lib/schemas/case/triage'
import { readTriage, type TriageReading } from '@/lib/usecases/read-triage'
import { heldValues } from '../held-form'
import { triageAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/triage'>

const REFUSALS = {
  ...Object.fromEntries(MOVE_ERROR_CODES.map((code) => [code, `codes.move_error.${code}` satisfies MessageKey])),
  triage_over: 'cases.triage_over',
  other_missing: 'cases.related_number_wrong',
  linked_already: 'cases.related_linked_already',
} as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params
  return { title: translatorFor(toLocale(locale))('cases.triage_title', { number }) }
}

/** Everything of triage on one page with one button. It stays whole after a lost race: what was typed is still here. */
export default async function TriagePage({ params }: Props) {
  const { locale: language, number } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('case.read', { locale, returnTo: `/${locale}/cases/${number}/triage` })
  const reading = parseCaseNumber(number).ok ? await readTriage(grant, number) : null
  if (!reading) notHere(locale)
  const { head } = reading
  const held = await heldValues({ name: 'triage', number })
  const t = translatorFor(locale)
  const isOver = head.state !== 'received' && head.state !== 'triage'
  return (
    <ActFrame t={t} head={head} last={reading.last} heading={t('cases.triage_heading')}>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      {isOver ? <Note tone="care">{t('cases.triage_past')}</Note> : null}
      <div className="split">
        <div className="stack">
          <ActionForm
            locale={locale}
            action={triageAction.bind(null, locale, number)}
            values={held ?? firstAnswers(reading, grant.actor.id)}
            refusals={REFUSALS}
            className="stack triage"
          >
            <input type="hidden" name="version" value={head.version} />
            <input type="hidden" name="requestId" value={newId()} />
            <TriageFields
              t={t}
              {...reading}
              dangerField={dangerField}
              parties={reading.parties.flatMap(({ name, registeredName }) => name ?? registeredName ?? [])}
            />
            <div className="acts">
              <SubmitButton>{t('cases.triage_submit')}</SubmitButton>
            </div>
          </ActionForm>
        </div>
        <aside className="stack" aria-label={t('cases.aside')}>
          <TriageWords t={t} head={head} words={reading.words} parties={reading.parties} />
          <CaseLinks t={t} links={reading.links} />
        </aside>
      </div>
    </ActFrame>
  )
}

/** What is likely: the dangers told or found, ours, as proposed, by whoever sits here. The tie is always asked. */
function firstAnswers({ head, told, findings, officers }: TriageReading, actorId: string) {
  const dangers = Object.fromEntries(told.map((code) => [dangerField(code), 'now']))
  const found = Object.fromEntries(Object.entries(findings).map(([code, value]) => [dangerField(code), value]))
  return {
    ...dangers,
    ...found,
    decision: 'assign',
    severity: head.isSeverityOverridden ? head.severity : '',
    assigneeId: head.assignee?.id ?? (officers.some(({ id }) => id === actorId) ? actorId : ''),
  }
}
