import type { ReactNode } from 'react'

/** The heading of a staff page: the answer first, one line of facts below, acts at the end. */
export function PageTitle({ title, about, acts }: { title: ReactNode; about?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="title">
      <div>
        <h1>{title}</h1>
        {about === undefined ? null : <p className="mute">{about}</p>}
      </div>
      {acts === undefined ? null : <div className="row">{acts}</div>}
    </div>
  )
}
