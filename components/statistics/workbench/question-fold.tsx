import type { ReactNode } from 'react'
import type { WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import type { Translator } from '@/lib/i18n/translate'
import { questionParts } from './question-text'

/** The form of the question: on a small screen folded under what is asked, so that the answer comes first; on a wide one always open. */
export function QuestionFold({
  t,
  workbench,
  isOpen,
  children,
}: {
  t: Translator
  workbench: WorkbenchQuery
  isOpen: boolean
  children: ReactNode
}) {
  return (
    <details className="more fold noprint" open={isOpen}>
      <summary>
        <span>
          {t('statistics.question_change')} <span className="asked">{questionParts(t, workbench).join(' · ')}</span>
        </span>
      </summary>
      {children}
    </details>
  )
}
