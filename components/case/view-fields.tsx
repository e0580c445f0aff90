import { TextField } from '@/components/form/text-field'
import { TickBox } from '@/components/form/tick-box'
import type { Translator } from '@/lib/i18n/translate'

/** The name of a saved view, and for supervisors whether the office sees it. */
export function ViewFields({ t, mayShare }: { t: Translator; mayShare: boolean }) {
  return (
    <>
      <TextField name="name" label={t('cases.view_name')} hint={t('cases.view_name_hint')} />
      {mayShare ? <TickBox name="isShared" text={t('cases.view_share')} /> : null}
    </>
  )
}
