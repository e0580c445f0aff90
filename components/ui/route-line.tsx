import type { ReactNode } from 'react'

export type Station = {
  readonly title: ReactNode
  /** A date, a promise ("by 27 November") or a sentence. */
  readonly when?: ReactNode
  /** ISO instant or day when `when` is a date. */
  readonly at?: string | undefined
  readonly state?: 'done' | 'now' | 'next'
  /** What was said then. */
  readonly body?: ReactNode
}

/** Things that happened and things to come, as stations. Done is filled, now is the lamp, next is hollow and dotted. */
export function RouteLine({ stations, hereText }: { stations: readonly Station[]; hereText?: string }) {
  return (
    <ol className="route">
      {stations.map(({ title, when, at, state = 'done', body }, index) => (
        <li
          key={index}
          className={state === 'done' ? undefined : state}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <b>{title}</b>
          {state === 'now' && hereText !== undefined ? <span className="vh"> ({hereText})</span> : null}
          {when === undefined ? null : at === undefined ? (
            <span className="when">{when}</span>
          ) : (
            <time dateTime={at}>{when}</time>
          )}
          {body}
        </li>
      ))}
    </ol>
  )
}
