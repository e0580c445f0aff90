import type { ReactNode } from 'react'
import { Pictogram } from './pictogram'
import type { PictogramName } from './pictogram-shapes'

export type NoteTone = 'still' | 'info' | 'ok' | 'care' | 'stop'

const TONE_PICTOGRAM: Readonly<Record<NoteTone, PictogramName>> = {
  still: 'info',
  info: 'info',
  ok: 'check',
  care: 'alert',
  stop: 'noentry',
}

/**
 * A quiet notice; never dismissible. At most one above `still` per page.
 * `announced`: what a post did, said once at the top of the next page.
 */
export function Note({
  tone = 'info',
  pictogram,
  announced = false,
  children,
}: {
  tone?: NoteTone
  pictogram?: PictogramName
  announced?: boolean
  children: ReactNode
}) {
  return (
    <div className={tone === 'info' ? 'note' : `note ${tone}`} role={announced ? 'status' : undefined}>
      <Pictogram name={pictogram ?? TONE_PICTOGRAM[tone]} />
      <div>{children}</div>
    </div>
  )
}
