import type { ReactNode } from 'react'

/** What the shapes of a figure mean: a small drawing of each beside its word. */
export function Legend({ entries }: { entries: readonly { readonly shape: ReactNode; readonly text: string }[] }) {
  return (
    <ul className="legend">
      {entries.map(({ shape, text }) => (
        <li key={text}>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            {shape}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}

/** The shapes a legend shows, as the figures draw them. */
export const LEGEND_SHAPES = {
  bar: <rect className="c1 soft" y="3" width="20" height="8" />,
  interval: <path className="ci" d="M1 7h18M1 3v8M19 3v8" />,
  mark: <path className="pub" d="M10 0v14" />,
  box: (
    <>
      <rect className="box" y="2" width="20" height="10" />
      <path className="med" d="M10 1v12" />
    </>
  ),
  line: (index: number) => <path className={`l${index + 1}`} d="M0 7h20" />,
} as const
