import type { ReactNode } from 'react'

export type Figure = { readonly name: string; readonly value: ReactNode; readonly remark?: ReactNode }

/** A few figures side by side, each with what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figs">
      {figures.map(({ name, value, remark }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {remark === undefined ? null : <small>{remark}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
