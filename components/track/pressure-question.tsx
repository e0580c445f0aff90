import { ChoiceGroup } from '@/components/form/choice-group'
import type { Translator } from '@/lib/i18n/translate'

/** Asks in private whether somebody makes the worker stop. */
export function PressureQuestion({ t }: { t: Translator }) {
  return (
    <ChoiceGroup
      name="pressed"
      kind="radio"
      slim
      legend={t('track.withdraw_pressed')}
      hint={t('track.withdraw_pressed_hint')}
      sections={[
        {
          choices: [
            { value: 'no', text: t('track.withdraw_pressed_no') },
            { value: 'yes', text: t('track.withdraw_pressed_yes') },
          ],
        },
      ]}
    />
  )
}
