import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { CaseTable } from '@/components/imports/import-tables'
import { IMPORT_REFUSALS } from '@/components/imports/import-words'
import { Note } from '@/components/ui/note'
import { FactList } from '@/components/ui/facts'
import type { Translator } from '@/lib/i18n/translate'
import { CASES_A_PAGE, CRITICAL_SHOWN, type ImportView } from '@/lib/usecases/imports/read-import'
import { startAction, stopAction, undoAction } from './actions'

/** While it runs the page loads itself again after so many seconds. */
const REFRESH_SECONDS = 4

/** How far the import is, which case each row became, and the way back. */
export function ResultPart({ t, view, base }: { t: Translator; view: ImportView; base: string }) {
  const { one, cases, critical, undoable, isOwn } = view
  const place = { locale: t.locale, id: one.id }
  const all = one.rowCount - one.wrongCount
  const done = one.madeCount + one.sameCount
  const isMoving = one.state === 'running' || one.state === 'undoing'
  const last = cases.at(-1)
  return (
    <>
      {isMoving ? <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} /> : null}
      <section className="stack">
        <p role="status">
          <progress max={all} value={done} aria-label={t('imports.progress', { done, all })} />{' '}
          {t('imports.progress', { done, all })}
        </p>
        {isMoving ? (
          <p>
            {t('imports.progress_lead')} <a href={base}>{t('imports.refresh')}</a>
          </p>
        ) : null}
        {one.state === 'stopped' ? (
          <p>{t(one.stopReason === 'failed' ? 'imports.stopped_failed' : 'imports.stopped_lead')}</p>
        ) : null}
        <FactList
          facts={[
            { name: t('imports.result_made'), value: one.madeCount },
            { name: t('imports.result_same'), value: one.sameCount },
            { name: t('imports.result_wrong'), value: one.wrongCount },
            ...(one.undoneCount > 0 ? [{ name: t('imports.result_undone'), value: one.undoneCount }] : []),
          ]}
        />
        {one.state === 'running' ? (
          <ActionForm
            locale={t.locale}
            action={stopAction.bind(null, place)}
            refusals={IMPORT_REFUSALS}
            className="stack noprint"
          >
            <input type="hidden" name="version" value={one.version} />
            <SubmitButton look="alt">{t('imports.stop')}</SubmitButton>
          </ActionForm>
        ) : null}
        {one.state === 'stopped' && isOwn && one.file !== null ? (
          <ActionForm
            locale={t.locale}
            action={startAction.bind(null, place)}
            refusals={IMPORT_REFUSALS}
            className="stack noprint"
          >
            <input type="hidden" name="version" value={one.version} />
            <SubmitButton>{t('imports.go_on')}</SubmitButton>
          </ActionForm>
        ) : null}
      </section>
      {critical.length === 0 ? null : (
        <section className="stack">
          <h2>{t('imports.critical_heading')}</h2>
          <Note tone="stop">{t('imports.critical_lead')}</Note>
          <CaseTable t={t} caption={t('imports.critical_heading')} rows={critical} />
          {critical.length < CRITICAL_SHOWN ? null : <p>{t('imports.critical_more', { count: CRITICAL_SHOWN })}</p>}
        </section>
      )}
      {cases.length === 0 ? null : (
        <section className="stack">
          <h2>{t('imports.cases_heading')}</h2>
          <CaseTable t={t} caption={t('imports.cases_heading')} rows={cases} />
          {cases.length < CASES_A_PAGE || last === undefined ? null : (
            <p>
              <a href={`${base}?cases=${last.number}`}>{t('imports.cases_more')}</a>
            </p>
          )}
        </section>
      )}
      {undoable === null ? null : (
        <section className="stack noprint" id="undo">
          <h2>{t('imports.undo_heading')}</h2>
          <p>{t('imports.undo_lead', { count: undoable })}</p>
          {undoable === 0 && one.state !== 'undoing' ? null : (
            <ActionForm locale={t.locale} action={undoAction.bind(null, place)} refusals={IMPORT_REFUSALS}>
              <input type="hidden" name="version" value={one.version} />
              <TickBox name="sure" text={t('imports.undo_sure')} />
              <SubmitButton look="alt">{t('imports.undo')}</SubmitButton>
            </ActionForm>
          )}
        </section>
      )}
    </>
  )
}
