import type { NotCarried } from '@/lib/domain/fees/check/report-answers'
import type { Translator } from '@/lib/i18n/translate'

/** What of a question will not be in the report, said before it starts. */
export function NotCarriedNotes({ t, parts }: { t: Translator; parts: readonly NotCarried[] }) {
  return parts.map((part) => (
    <p key={part} className="mute">
      {t(`fees.not_carried_${part}`)}
    </p>
  ))
}
