import type { ReactNode } from 'react'

/** A wide table scrolls inside its own named region that a keyboard can reach; the page itself never does. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
