import { codeWord, languageWord } from '@/components/case/words'
import type { LeftOut } from '@/lib/domain/group-acts'
import type { CaseState } from '@/lib/domain/workflow/states'
import type { Translator } from '@/lib/i18n/translate'

/** A case of a group before an act: `leftOut` says why it takes no part. */
export type Taker = {
  readonly caseId: string
  readonly number: string
  readonly state: CaseState
  readonly language: string
  readonly leftOut: LeftOut | null
}

/** Who an act is for and who is left out, and why: before anything is sent. */
export function TakingPart({ t, takers }: { t: Translator; takers: readonly Taker[] }) {
  const lists = [
    { heading: t('cases.group_taking_part'), rows: takers.filter(({ leftOut }) => leftOut === null) },
    { heading: t('cases.group_left_out'), rows: takers.filter(({ leftOut }) => leftOut !== null) },
  ]
  return lists.map(({ heading, rows }) =>
    rows.length === 0 ? null : (
      <section className="block" key={heading}>
        <h2>
          {heading} <span className="mute">{t('cases.group_count', { count: rows.length })}</span>
        </h2>
        <ul className="todo">
          {rows.map((row) => (
            <li key={row.caseId}>
              <span>
                <a className="code" href={`/${t.locale}/cases/${row.number}`}>
                  {row.number}
                </a>
                <small>
                  {row.leftOut === null
                    ? `${languageWord(t, row.language)} · ${codeWord(t, 'state', row.state)}`
                    : t(`cases.group_outcome_${row.leftOut}`)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    ),
  )
}
