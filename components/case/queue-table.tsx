import { NewMark, Severity } from '@/components/ui/tag'
import { DUE_GROUPS, dueGroupOf, type DueGroup, type QueueRow } from '@/lib/domain/case-queue'
import { formatCount, formatDayOf, formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import {
  ageWords,
  codeWord,
  corridorCodes,
  dueWords,
  grievanceWords,
  languageWord,
  schemeWord,
  severityLevel,
  wordOf,
} from './words'

const COLUMNS = 8

/** The queue: what is due first stands first, under the heading of when. Closed cases have no groups. */
export function QueueTable({
  t,
  rows,
  at,
  isClosedView,
  labelNames,
  mayAssign,
}: {
  t: Translator
  rows: readonly QueueRow[]
  at: Date
  isClosedView: boolean
  labelNames: LabelNames
  /** Supervisors give a case to somebody, others take it: where the key `a` leads. */
  mayAssign: boolean
}) {
  return (
    <table role="table" className="grid cards queue">
      <caption className="vh">{t(isClosedView ? 'cases.caption_closed' : 'cases.caption_due')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="vh">{t('cases.column_tick')}</span>
          </th>
          {(['due', 'case', 'severity', 'what'] as const).map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`cases.column_${name === 'due' && isClosedView ? 'closed' : name}`)}
            </th>
          ))}
          <th role="columnheader" scope="col" className="n">
            {t('cases.column_paid')}
          </th>
          <th role="columnheader" scope="col">
            {t('cases.column_state')}
          </th>
          <th role="columnheader" scope="col">
            {t('cases.column_officer')}
          </th>
        </tr>
      </thead>
      {groupsOf(rows, at, isClosedView).map(({ group, members }) => (
        <tbody role="rowgroup" key={group ?? 'all'}>
          {group === null ? null : (
            <tr role="row" className="span">
              <th role="rowheader" colSpan={COLUMNS} scope="rowgroup">
                {t(`cases.group_${group}`)}
              </th>
            </tr>
          )}
          {members.map((row) => (
            <Row key={row.id} {...{ t, row, at, isClosedView, labelNames, mayAssign }} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type LabelNames = ReadonlyMap<string, string>

function Row({
  t,
  row,
  at,
  isClosedView,
  labelNames,
  mayAssign,
}: {
  t: Translator
  row: QueueRow
  at: Date
  isClosedView: boolean
  labelNames: LabelNames
  mayAssign: boolean
}) {
  return (
    <tr
      role="row"
      data-case={`/${t.locale}/cases/${row.number}`}
      data-give={`/${t.locale}/cases/${row.number}/${mayAssign ? 'assign' : 'take'}`}
    >
      <td role="cell" className="tick">
        <input
          type="checkbox"
          name="case"
          value={`${row.number}.${row.version}`}
          aria-label={t('cases.tick_case', { number: row.number })}
          autoComplete="off"
        />
      </td>
      <td role="cell" className={!isClosedView && row.nextDueAt && row.nextDueAt <= at ? 'due late' : 'due'}>
        <DueCell t={t} row={row} at={at} isClosedView={isClosedView} />
      </td>
      <th role="rowheader" scope="row" className="end">
        <a className="code" href={`/${t.locale}/cases/${row.number}`}>
          {row.number}
        </a>
        {row.unread > 0 ? (
          <>
            <br />
            <NewMark>{t('cases.unread', { count: row.unread })}</NewMark>
          </>
        ) : null}
        {row.hasFeeChange ? (
          <>
            <br />
            <NewMark>{t('cases.fees_judged_anew')}</NewMark>
          </>
        ) : null}
        {row.labelIds.length === 0 ? null : (
          <small className="labels">
            {row.labelIds.map((id) => (
              <span key={id} className="chip label">
                {labelNames.get(id) ?? '–'}
              </span>
            ))}
          </small>
        )}
      </th>
      <td role="cell">
        <Severity level={severityLevel(row.severity)}>{codeWord(t, 'severity', row.severity)}</Severity>
        {row.signCount === 0 ? null : <small>{t('cases.signs_short', { count: row.signCount })}</small>}
      </td>
      <td role="cell" className="full">
        {grievanceWords(t, row.grievances)}
        <small>
          {corridorCodes(row.origin, row.destination)} · {schemeWord(t, row.scheme)} · {languageWord(t, row.language)} ·{' '}
          {ageWords(t, row.receivedAt, at)}
        </small>
      </td>
      <td role="cell" className="n">
        {row.paidTotalJpy === 0n ? '–' : formatMoney(row.paidTotalJpy, 'JPY', t.locale)}
        {row.feeLineCount === 0 ? null : (
          <small>
            {t('cases.lines', { count: row.feeLineCount, number: formatCount(row.feeLineCount, t.locale) })}
          </small>
        )}
        {row.feeVerdict === null ? null : <small>{codeWord(t, 'verdict', row.feeVerdict)}</small>}
      </td>
      <td role="cell" className="verd">
        {codeWord(t, 'state', row.state)}
        {row.waitingOn === null ? null : (
          <small>{t('cases.waits_for', { who: t(`cases.waiting_${row.waitingOn}`) })}</small>
        )}
      </td>
      <td role="cell" className="end">
        {row.assignee ? row.assignee.displayName : <b>{t('cases.nobody')}</b>}
      </td>
    </tr>
  )
}

function DueCell({ t, row, at, isClosedView }: { t: Translator; row: QueueRow; at: Date; isClosedView: boolean }) {
  if (isClosedView)
    return <time dateTime={row.stateChangedAt.toISOString()}>{formatDayOf(row.stateChangedAt, t.locale)}</time>
  if (!row.nextDueAt) return <b>–</b>
  return (
    <>
      <b>
        <time dateTime={row.nextDueAt.toISOString()}>{dueWords(t, row.nextDueAt, at)}</time>
      </b>
      {row.nextDueKind ? (
        <small>
          {t('cases.due_of', {
            what: codeWord(t, 'deadline', row.nextDueKind),
            who: wordOf(t, `cases.waiting_${row.nextDueOwner ?? 'officer'}`, row.nextDueOwner ?? ''),
          })}
        </small>
      ) : null}
    </>
  )
}

function groupsOf(
  rows: readonly QueueRow[],
  at: Date,
  isClosedView: boolean,
): { group: DueGroup | null; members: readonly QueueRow[] }[] {
  if (isClosedView) return [{ group: null, members: rows }]
  return DUE_GROUPS.map((group) => ({
    group,
    members: rows.filter((row) => dueGroupOf(row.nextDueAt, at) === group),
  })).filter(({ members }) => members.length > 0)
}
