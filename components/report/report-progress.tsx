import { StepsLine } from '@/components/ui/steps-line'
import { positionOf, STATIONS, type ReportStep } from '@/lib/domain/report/report-steps'
import type { Translator } from '@/lib/i18n/translate'
import { labelOf } from './labels'

/** How far through the report a step is. */
export function ReportProgress({ t, step }: { t: Translator; step: ReportStep }) {
  return (
    <StepsLine
      t={t}
      steps={STATIONS.map((station) => labelOf(t, 'station', station))}
      current={positionOf(step).number}
    />
  )
}

/** The position as a neutral title: "Step 4 of 8". */
export function stepTitle(t: Translator, step: ReportStep): string {
  const { number, of } = positionOf(step)
  return t('common.step_of', { step: number, steps: of })
}
