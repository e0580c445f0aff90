import type { ReactNode } from 'react'
import { codeWord, dueWords } from '@/components/case/words'
import { Note } from '@/components/ui/note'
import type { CaseHead } from '@/lib/domain/case-file'
import type { Translator } from '@/lib/i18n/translate'

type Param = string | string[] | undefined

/** What the last post did, said once; that held words are back goes first. */
export function sayDone(t: Translator, done: Param, isHeld: boolean): ReactNode {
  if (isHeld) return <Note announced>{t('cases.held_back')}</Note>
  const key = `cases.done_${typeof done === 'string' ? done : ''}`
  return t.has(key) ? (
    <Note announced tone="ok">
      {t(key)}
    </Note>
  ) : null
}

/** Something is over time: said once, above everything. */
export function LateNote({ t, head, at }: { t: Translator; head: CaseHead; at: Date }) {
  if (!head.nextDueAt || !head.nextDueKind || head.nextDueAt > at) return null
  return (
    <Note tone="care" pictogram="clock">
      <b>
        {t('cases.late', { what: codeWord(t, 'deadline', head.nextDueKind), time: dueWords(t, head.nextDueAt, at) })}
      </b>
    </Note>
  )
}

/**
 * A form that was just sent begins empty: its name changes with the post that went through. It stays the same while a post is
 * refused, or the browser without scripts would not find its answers again.
 */
export function formName(done: Param, form: Param, name: 'message' | 'note'): string {
  return done === name && typeof form === 'string' ? `${name} ${form}` : name
}
