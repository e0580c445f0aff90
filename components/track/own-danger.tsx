import { DangerNote, needsEmergencyNumbers } from '@/components/report/danger-note'
import { isOriginCode } from '@/lib/domain/countries'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { isSchemeCode } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'

/** The numbers to call now, on the page of a case whose worker told of a danger; codes of a later version are passed over. */
export function OwnDanger({
  t,
  own,
}: {
  t: Translator
  own: { readonly dangerCodes: readonly string[]; readonly origin: string | null; readonly scheme: string | null }
}) {
  const dangers = DANGER_CODES.filter((code) => own.dangerCodes.includes(code))
  if (!needsEmergencyNumbers(dangers)) return null
  const origin = own.origin !== null && isOriginCode(own.origin) ? own.origin : undefined
  const scheme = own.scheme !== null && isSchemeCode(own.scheme) ? own.scheme : undefined
  return <DangerNote t={t} who={{ dangers, destination: 'JP', origin, scheme }} />
}
