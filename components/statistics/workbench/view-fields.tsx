import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import type { Translator } from '@/lib/i18n/translate'

/** The name of a saved question, and whether the office sees it. */
export function ViewFields({ t }: { t: Translator }) {
  return (
    <>
      <TextField name="name" label={t('statistics.view_name')} hint={t('statistics.view_name_hint')} />
      <TickBox name="isShared" text={t('statistics.view_share')} />
    </>
  )
}
