'use client'

import { useEffect, useRef } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { TickBox } from '@/components/form/tick-box'
import { Note } from '@/components/ui/note'
import { STEP_FIELD, STEPS, type PreviewState, type PreviewTable } from './preview-state'

/** What would be saved, with the button that saves it and the one back to the fields. */
export function Preview({
  state: { content, values, problem },
  again,
  look,
}: {
  state: Extract<PreviewState, { status: 'preview' }>
  again: string
  look: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      {problem === null ? null : (
        <div className="sum" role="alert">
          <p>{problem}</p>
        </div>
      )}
      <h2 tabIndex={-1} ref={heading}>
        {content.heading}
      </h2>
      {content.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {content.warnings.length === 0 ? null : (
        <Note tone="care">
          <ul>
            {content.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Note>
      )}
      {content.tables.map((table) => (
        <Rows key={table.caption} table={table} look={look} />
      ))}
      {Object.entries(values).flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : value).map((text) => (
          <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
        )),
      )}
      {content.tick === null ? null : (
        <TickBox name={content.tick.name} text={content.tick.text} help={content.tick.help} />
      )}
      <p className="acts">
        {content.confirm === null ? null : (
          <SubmitButton name={STEP_FIELD} value={STEPS.confirm}>
            {content.confirm}
          </SubmitButton>
        )}
        <SubmitButton name={STEP_FIELD} value={STEPS.again} look="alt">
          {again}
        </SubmitButton>
      </p>
    </>
  )
}

/** Everything to put right, above the fields. */
export function Problems({ heading, problems }: { heading: string; problems: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="sum" role="alert" tabIndex={-1} aria-labelledby="problems-heading" ref={box}>
      <h2 id="problems-heading">{heading}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

/** On a phone a row is a card, and each cell says its column. */
function Rows({ table, look }: { table: PreviewTable; look: string }) {
  return (
    <table className="grid cards stacked" role="table">
      <caption>{table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {table.columns.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {table.rows.map(({ cells: [first, ...rest], isMarked, href }, index) => (
          <tr role="row" key={index}>
            <th role="rowheader" scope="row">
              {href === undefined ? first : <a href={href}>{first}</a>}
              {isMarked ? <small>{look}</small> : null}
            </th>
            {rest.map((cell, place) => (
              <td role="cell" key={place}>
                <small className="less">{table.columns[place + 1]}</small>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
