import { ScrollRegion } from '@/components/ui/scroll-region'
import { sayFeeAmount } from '@/components/report/amount-words'
import { labelOf } from '@/components/report/labels'
import type { RowProblem } from '@/lib/domain/imports/import-states'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'

type WrongRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly problems: readonly RowProblem[]
}

/** Each problem beside what stands in the file: line, column, cell, what is wrong. */
export function ProblemTable({
  t,
  headings,
  rows,
}: {
  t: Translator
  headings: readonly string[]
  rows: readonly WrongRow[]
}) {
  return (
    <ScrollRegion label={t('imports.wrong_heading')}>
      <table className="grid">
        <caption className="vh">{t('imports.wrong_heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.col_line')}</th>
            <th scope="col">{t('imports.col_column')}</th>
            <th scope="col">{t('imports.col_cell')}</th>
            <th scope="col">{t('imports.col_problem')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ line, cells, problems }) =>
            problems.map(({ column, code }, index) => (
              <tr key={`${line} ${index}`}>
                <th scope="row">{line}</th>
                <td>{column < 0 ? t('imports.whole_row') : headings[column] || column + 1}</td>
                <td>{column < 0 ? '' : (cells[column] ?? '').slice(0, 80)}</td>
                <td>{t(`imports.problem_${code}`)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** The first rows as the reports they would be. */
export function FirstReports({
  t,
  rows,
}: {
  t: Translator
  rows: readonly { readonly line: number; readonly answers: ReportAnswers; readonly language: string }[]
}) {
  if (rows.length === 0) return null
  const listed = (list: string, codes: readonly string[]) => codes.map((code) => labelOf(t, list, code)).join('; ')
  return (
    <section className="stack">
      <h2>{t('imports.first_heading')}</h2>
      <ScrollRegion label={t('imports.first_heading')}>
        <table className="grid">
          <caption className="vh">{t('imports.first_heading')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.col_line')}</th>
              <th scope="col">{t('imports.field_language')}</th>
              <th scope="col">{t('imports.field_origin')}</th>
              <th scope="col">{t('imports.field_grievances')}</th>
              <th scope="col">{t('imports.part_amount')}</th>
              <th scope="col">{t('imports.field_story')}</th>
              <th scope="col">{t('imports.col_consents')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, answers, language }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td>{LOCALE_FACTS[toLocale(language)].ownName}</td>
                <td>{answers.origin === undefined ? '–' : labelOf(t, 'origin', answers.origin)}</td>
                <td>{listed('grievance_worker', answers.grievances) || '–'}</td>
                <td>{answers.fees.map((fee) => sayFeeAmount(fee, t) ?? '–').join('; ') || '–'}</td>
                <td lang={answers.story === undefined ? undefined : language}>
                  {answers.story === undefined ? '–' : answers.story.slice(0, 60)}
                </td>
                <td>{listed('consent_kind', answers.consents) || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

/** Which row became which case. `caption` names them. */
export function CaseTable({
  t,
  caption,
  rows,
}: {
  t: Translator
  caption: string
  rows: readonly {
    readonly number: number
    readonly line: number
    readonly state: string
    readonly caseNumber: string | null
    readonly severity: string | null
    readonly caseState: string | null
  }[]
}) {
  return (
    <table className="grid">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.col_line')}</th>
          <th scope="col">{t('imports.col_case')}</th>
          <th scope="col">{t('imports.col_state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, line, state, caseNumber, severity, caseState }) => (
          <tr key={number}>
            <th scope="row">{line}</th>
            <td>{caseNumber === null ? '–' : <a href={`/${t.locale}/cases/${caseNumber}`}>{caseNumber}</a>}</td>
            <td>
              {t(state === 'made' ? 'imports.row_made' : state === 'same' ? 'imports.row_same' : 'imports.row_undone')}
              {severity === null || caseState === null
                ? null
                : ` · ${labelOf(t, 'severity', severity)} · ${labelOf(t, 'state', caseState)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
