import type { ReactNode } from 'react'

export type Fact = {
  readonly name: string
  readonly value: ReactNode
  /** Where to change it, with what a reader without sight hears after "Change". */
  readonly change?: { readonly href: string; readonly text: string; readonly about: string } | undefined
}

/** A summary list: name above value, the way to change it at the end. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, change }, index) => (
        <div key={`${index} ${name}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change === undefined ? null : (
            <dd className="go">
              <a href={change.href}>
                {change.text}
                <span className="vh"> {change.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Name and value side by side, for staff (`.list`). */
export function FactList({ facts }: { facts: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="list">
      {facts.flatMap(({ name, value }, index) => [
        <dt key={`name ${index}`}>{name}</dt>,
        <dd key={`value ${index}`}>{value}</dd>,
      ])}
    </dl>
  )
}
