import { Pictogram } from './pictogram'
import type { PictogramName } from './pictogram-shapes'

export type TagTone = 'plain' | 'within' | 'above' | 'likely' | 'prohibited' | 'missing'

/** Shape and word together; solid is certain, outlined (`likely`, `missing`) is not. */
export function Tag({
  tone = 'plain',
  pictogram,
  children,
}: {
  tone?: TagTone
  pictogram: PictogramName
  children: string
}) {
  return (
    <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>
      <Pictogram name={pictogram} size="text" /> {children}
    </span>
  )
}

/** The lamp: new since you last looked. */
export function NewMark({ children }: { children: string }) {
  return <span className="new">{children}</span>
}

const BARS = [
  { x: 0, y: 10, height: 6 },
  { x: 4, y: 7, height: 9 },
  { x: 8, y: 4, height: 12 },
  { x: 12, y: 1, height: 15 },
]

/** Four bars and a word; only the highest has colour. */
export function Severity({ level, children }: { level: 1 | 2 | 3 | 4; children: string }) {
  return (
    <span className={`sev s${level}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {BARS.map(({ x, y, height }, index) => (
          <rect key={x} className={index < level ? 'on' : 'off-bar'} x={x} y={y} width="3" height={height} rx=".8" />
        ))}
      </svg>
      {children}
    </span>
  )
}
