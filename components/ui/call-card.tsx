import type { ReactNode } from 'react'
import { Pictogram } from './pictogram'

/** One number to call, in Latin digits. `urgent` ones are deep and larger. */
export function CallCard({
  name,
  body,
  bodyLang,
  number,
  noNumber,
  details = [],
  source,
  urgent = false,
}: {
  name: string
  body?: ReactNode
  bodyLang?: string | undefined
  /** Null: the place is known, no number is. */
  number: string | null
  noNumber?: string
  details?: readonly { readonly name: string; readonly value: ReactNode }[]
  source?: ReactNode
  urgent?: boolean
}) {
  return (
    <article className={urgent ? 'call now' : 'call'}>
      <h3>{name}</h3>
      {body === undefined ? null : (
        <p className="hint" lang={bodyLang}>
          {body}
        </p>
      )}
      {number === null ? (
        <p className="mute">{noNumber}</p>
      ) : (
        <a className="tel" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
          <Pictogram name="phone" /> <span lang="en">{number}</span>
        </a>
      )}
      {details.length === 0 ? null : (
        <dl className="tight">
          {details.map((detail) => (
            <div className="row" key={detail.name}>
              <dt className="mute">{detail.name}</dt>
              <dd>{detail.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {source === undefined ? null : <p className="src">{source}</p>}
    </article>
  )
}
