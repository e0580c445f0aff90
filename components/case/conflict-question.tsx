import { ChoiceGroup } from '@/components/form/choice-group'
import type { Translator } from '@/lib/i18n/translate'

/** Whether the person who is to hold the case has a tie to somebody in it (domain notes, part 5: conflict-of-interest check). */
export function ConflictQuestion({ t, legend }: { t: Translator; legend: string }) {
  return (
    <ChoiceGroup
      name="conflict"
      kind="radio"
      legend={legend}
      hint={t('cases.conflict_hint')}
      slim
      sections={[
        {
          choices: [
            { value: 'no', text: t('common.no') },
            { value: 'yes', text: t('common.yes') },
          ],
        },
      ]}
    />
  )
}
