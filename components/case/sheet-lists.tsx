import { questionState, type ShownQuestion } from '@/components/answers/case-responses'
import { forumName, periodWords } from '@/components/forums/forum-words'
import { partyWord, type NamedParty } from '@/components/remedies/remedy-words'
import { requestState, type Stance } from '@/lib/domain/answers/request'
import type { CaseFile } from '@/lib/domain/case-file'
import { inTaskOrder } from '@/lib/domain/case-tasks'
import type { Forum } from '@/lib/domain/forums/forums-for'
import type { Limitation } from '@/lib/domain/forums/limitations-for'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import type { ShownLink } from './case-links'
import { taskWords } from './case-tasks'
import { fileFacts, removedWords } from './file-facts'
import { linkWords, reasonWords } from './related-words'
import { SheetList } from './sheet-list'
import { codeWord } from './words'

/** The files of a case on paper: what there is and since when, nothing to open. */
export function SheetFiles({ t, file }: { t: Translator; file: CaseFile }) {
  const lines = file.files.map((one) => ({
    id: one.id,
    name: codeWord(t, 'file_purpose', one.kind),
    about:
      one.removedAt === null
        ? [
            one.name,
            fileFacts(t, one).join(' · '),
            one.removed.length === 0 ? null : t('cases.files_removed_codes', { list: removedWords(t, one) }),
          ]
        : [t('cases.files_gone')],
  }))
  return <SheetList heading={t('cases.files_heading')} lines={lines} />
}

/** What was to be done, open and done. */
export function SheetTasks({ t, file, at }: { t: Translator; file: CaseFile; at: Date }) {
  const lines = inTaskOrder(file.tasks).map((task) => ({
    id: task.id,
    name: task.title,
    about: [taskWords(t, task, at)],
  }))
  return <SheetList heading={t('cases.tasks_heading')} lines={lines} />
}

/** A question as it is printed: what the party was told and what it said. */
export type PrintedQuestion = ShownQuestion & {
  readonly language: string
  readonly allegation: string
  readonly answer: { readonly stance: Stance; readonly words: string; readonly locale: string } | null
}

/** What parties were asked, in the words they were shown, and what they answered. */
export function SheetQuestions({
  t,
  questions,
  parties,
  at,
}: {
  t: Translator
  questions: readonly PrintedQuestion[]
  parties: readonly NamedParty[]
  at: Date
}) {
  const lines = questions.map((one) => ({
    id: one.id,
    name: partyWord(t, parties, one.casePartyId) ?? t('cases.unsaid'),
    about: [questionState(t, one, requestState(one, at))],
    said: [
      { words: one.allegation, language: one.language },
      ...(one.answer === null
        ? []
        : [
            { words: t(`answers.stance_${one.answer.stance}`), language: t.locale },
            { words: one.answer.words, language: one.answer.locale },
          ]),
    ],
  }))
  return <SheetList heading={t('answers.title')} lines={lines} />
}

/** The day each claim runs out, what that is counted from, and who could order a repayment. */
export function SheetLimits({
  t,
  limitations,
  forums,
}: {
  t: Translator
  limitations: readonly Limitation[]
  forums: readonly Forum[]
}) {
  const limits = limitations.map((one) => ({
    id: `${one.rule.id} ${one.claim} ${one.startsOn ?? ''}`,
    name: `${t(`forums.claim_${one.claim}`)}: ${one.endsOn === null ? t('forums.left_unknown') : formatDay(one.endsOn, t.locale)}`,
    about: [
      one.startsOn === null
        ? t(`forums.ask_${one.rule.start}`)
        : t(`forums.counted_${one.rule.start}`, {
            period: periodWords(t, one.rule.period),
            date: formatDay(one.startsOn, t.locale),
          }),
      [one.rule.source.title, one.rule.source.article].filter(Boolean).join(', '),
    ],
  }))
  const bodies = forums.map((one) => ({
    id: one.rule.id,
    name: forumName(t, one.rule.body),
    about: [t(`forums.effect_${one.rule.effect}`)],
  }))
  return <SheetList heading={t('forums.heading')} lines={[...limits, ...bodies]} />
}

/** The other cases an officer linked to this one, by their numbers. */
export function SheetLinks({ t, links }: { t: Translator; links: readonly ShownLink[] }) {
  const lines = links.map((link) => ({
    id: link.id,
    name: link.other.number,
    about: [
      linkWords(t, link),
      codeWord(t, 'state', link.other.state),
      link.reasons.length === 0 ? null : reasonWords(t, link.reasons),
    ],
  }))
  return <SheetList heading={t('cases.related_linked')} lines={lines} />
}
