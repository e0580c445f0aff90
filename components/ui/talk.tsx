import type { ReactNode } from 'react'

export type Line = {
  readonly id: string
  readonly who: string
  readonly isMine: boolean
  readonly when: string
  /** ISO instant. */
  readonly at: string
  /** Read, translated by whom, and the like. */
  readonly remark?: string | undefined
  readonly text: ReactNode
  /** The language of the text when it is not the page's. */
  readonly lang?: string | undefined
  /** What stands below the words: a translation. */
  readonly below?: ReactNode
}

/** A thread: theirs white at the start, mine soft at the end, who, when, read. Line breaks of the writer stay. */
export function Talk({ lines }: { lines: readonly Line[] }) {
  return (
    <ol className="talk">
      {lines.map(({ id, who, isMine, when, at, remark, text, lang, below }) => (
        <li key={id} id={`message-${id}`} className={isMine ? 'me' : undefined}>
          <p className="by">
            <b>{who}</b>
            <time dateTime={at}>{when}</time>
            {remark === undefined ? null : <span>{remark}</span>}
          </p>
          <p className="said" lang={lang}>
            {text}
          </p>
          {below}
        </li>
      ))}
    </ol>
  )
}
