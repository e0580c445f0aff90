import type { ReactNode } from 'react'

/** What is empty, and the next useful thing. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty stack">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
