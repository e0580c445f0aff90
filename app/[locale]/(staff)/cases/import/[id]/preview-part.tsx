import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { FirstReports, ProblemTable } from '@/components/imports/import-tables'
import { IMPORT_REFUSALS } from '@/components/imports/import-words'
import { Note } from '@/components/ui/note'
import type { Translator } from '@/lib/i18n/translate'
import type { ImportView } from '@/lib/usecases/imports/read-import'
import { startAction } from './actions'

/** What would happen, before it does: how many reports, the first of them, every problem beside its cell. */
export function PreviewPart({ t, view, base }: { t: Translator; view: ImportView; base: string }) {
  const { one, wrong, first } = view
  const right = one.rowCount - one.wrongCount
  const last = wrong.at(-1)
  return (
    <section className="stack" id="preview">
      <h2>{t('imports.preview_heading', { right })}</h2>
      {one.wrongCount === 0 ? null : <Note tone="care">{t('imports.preview_wrong', { wrong: one.wrongCount })}</Note>}
      <ul className="plain">
        <li>{t('imports.preview_keep')}</li>
        <li>{t('imports.preview_codes')}</li>
        <li>{t('imports.preview_clock')}</li>
      </ul>
      {right > 0 ? (
        <ActionForm
          locale={t.locale}
          action={startAction.bind(null, { locale: t.locale, id: one.id })}
          refusals={IMPORT_REFUSALS}
          className="stack noprint"
        >
          <input type="hidden" name="version" value={one.version} />
          {one.wrongCount > 0 ? <TickBox name="leaveOut" text={t('imports.leave_out')} /> : null}
          <div className="acts">
            <SubmitButton>{t('imports.start', { count: right })}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      <FirstReports t={t} rows={first} />
      {wrong.length === 0 ? null : (
        <section className="stack">
          <h2>{t('imports.wrong_heading')}</h2>
          <ProblemTable t={t} headings={one.file?.headings ?? []} rows={wrong} />
          {wrong.length < 50 || last === undefined ? null : (
            <p>
              <a href={`${base}?wrong=${last.number}#preview`}>{t('imports.wrong_more')}</a>
            </p>
          )}
        </section>
      )}
    </section>
  )
}
