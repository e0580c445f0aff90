import type { CaseFile } from '@/lib/domain/case-file'
import type { TimelineEntry } from '@/lib/domain/case-timeline'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, wordOf } from './words'

/** Every version of a translation, with its words. */
export function translationEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.translations.map((one) => ({
    id: `translation ${one.subjectId} ${one.version}`,
    kind: 'translation',
    at: one.at,
    what: t('cases.timeline_translation', { version: one.version }),
    who: one.by?.displayName ?? null,
    said: { text: one.text, lang: one.language },
  }))
}

/** Every judgement on a sign, with its reason. */
export function judgementEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.judgements.map((one) => ({
    id: `sign ${one.id}`,
    kind: 'sign',
    at: one.at,
    what: t('cases.timeline_sign', {
      sign: codeWord(t, 'indicator', one.indicator),
      judgement: wordOf(t, `cases.judgement_${one.judgement}`, one.judgement),
    }),
    who: one.by?.displayName ?? null,
    said: { text: one.reason, lang: '' },
  }))
}

/** What was to be done, and when it was. */
export function taskEntries(t: Translator, file: CaseFile): readonly TimelineEntry[] {
  return file.tasks.flatMap(({ id, title, createdAt, createdBy, doneAt, doneBy }) => {
    const added = {
      id: `task ${id}`,
      kind: 'task',
      at: createdAt,
      what: t('cases.timeline_task_added', { title }),
      who: createdBy?.displayName ?? null,
    } as const
    return doneAt === null
      ? [added]
      : [
          added,
          {
            ...added,
            id: `task-done ${id}`,
            at: doneAt,
            what: t('cases.timeline_task_done', { title }),
            who: doneBy?.displayName ?? null,
          },
        ]
  })
}
