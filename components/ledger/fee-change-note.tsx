import { wordOf } from '@/components/case/words'
import { Note } from '@/components/ui/note'
import type { AssessmentChange } from '@/lib/domain/fees/assessment/assessment-changes'
import type { Translator } from '@/lib/i18n/translate'

/** A changed rule or rate made the verdict another one, and no officer has looked yet. */
export function FeeChangeNote({ t, change, fees }: { t: Translator; change: AssessmentChange | null; fees: string }) {
  if (change === null) return null
  return (
    <Note tone="care">
      <p>
        <b>{t('ledger.change_note', { cause: wordOf(t, `ledger.cause_${change.after.cause}`, change.after.cause) })}</b>
      </p>
      <p>
        <a href={`${fees}/change`}>{t('ledger.change_look')}</a>
      </p>
    </Note>
  )
}
