import type { ReactNode } from 'react'
import { Pictogram } from './pictogram'

/** One number to call, in Latin digits. `urgent` ones are deep and larger. */
export function CallCard({
  name,
  body,
  bodyLang,
  number,
  details = [],
  source,
  urgent = false,
}: {
  name: string
  body?: ReactNode
  bodyLang?: string | undefined
  number: string
  details?: readonly { readonly name: string; readonly value: ReactNode }[]
  source?: string | undefined
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
      <a className="tel" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
        <Pictogram name="phone" /> <span lang="en">{number}</span>
      </a>
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
