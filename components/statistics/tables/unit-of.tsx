import type { MeasureUnit } from '@/lib/domain/statistics/registry/measures'
import type { Translator } from '@/lib/i18n/translate'

/** The unit of a column, once in its head; nothing where its figures carry it (per cent) or are plain numbers. */
export function UnitOf({ t, unit }: { t: Translator; unit: MeasureUnit | undefined }) {
  if (unit === undefined || unit === 'share' || unit === 'reports' || unit === 'payments') return null
  return <small>{t(`statistics.unit_${unit}`)}</small>
}
