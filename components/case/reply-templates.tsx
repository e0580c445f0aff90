import { Note } from '@/components/ui/note'
import { MESSAGE_TEMPLATES, type MessageTemplate } from '@/lib/domain/message-templates'
import type { Translator } from '@/lib/i18n/translate'

/** A template with its words for the worker and for the officer. */
export type ChosenTemplate = { readonly code: MessageTemplate; readonly forWorker: string; readonly forOfficer: string }

/** Choosing a template loads the page again with its words in the box: it works without scripts, and nothing is sent by it. */
export function ReplyTemplates({
  t,
  address,
  chosen,
}: {
  t: Translator
  address: string
  chosen: ChosenTemplate | null
}) {
  return (
    <>
      <form className="row find noprint" method="get" action={`${address}#reply`} id="templates">
        <div className="field">
          <label htmlFor="template">{t('cases.template_choose')}</label>
          <select id="template" name="template" defaultValue={chosen?.code ?? ''} autoComplete="off" className="w-m">
            <option value="">{t('cases.template_none')}</option>
            {MESSAGE_TEMPLATES.map((code) => (
              <option key={code} value={code}>
                {t(`cases.template_${code}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="btn alt" type="submit">
          {t('cases.template_fill')}
        </button>
      </form>
      {chosen === null ? null : (
        <Note announced>
          <b>{t('cases.template_meaning')}:</b> <q>{chosen.forOfficer}</q> {t('cases.template_filled')}
        </Note>
      )}
    </>
  )
}
