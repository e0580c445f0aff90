import type { ReactNode } from 'react'

/** The receipt: two parts with a perforation between them. */
export function Ticket({ children }: { children: ReactNode }) {
  return <div className="ticket">{children}</div>
}

/**
 * One part of the ticket. A code is shown in its groups, in Latin digits, whatever the language of the page.
 * `code` as one text is a number to say; as groups it is a code to copy.
 */
export function TicketPart({ title, code, hint }: { title: string; code: string | readonly string[]; hint: string }) {
  return (
    <div className="tight">
      <h2>{title}</h2>
      {typeof code === 'string' ? (
        <p className="code" lang="en">
          {code}
        </p>
      ) : (
        <p className="code groups" lang="en">
          {code.map((group, index) => (
            <span key={index}>{group} </span>
          ))}
        </p>
      )}
      <p className="hint">{hint}</p>
    </div>
  )
}
