import type { ReactNode } from 'react'
import type { Translator } from '@/lib/i18n/translate'
import { shownText } from './figure-text'

/** A cell of a table of figures: held back (hatched), not there (–), or the figure with what it counts below. */
export function ShownCell<T>({
  t,
  value,
  text,
  remark,
  missing,
}: {
  t: Translator
  value: T | 's' | null
  text: (value: T) => string
  remark?: ReactNode
  missing?: string | undefined
}) {
  if (value === 's') {
    return (
      <td className="n ours sup">
        <span aria-hidden="true">s</span>
        <span className="vh">{t('statistics.held_back')}</span>
      </td>
    )
  }
  if (value === null) {
    return (
      <td className="n mute">
        <span aria-hidden="true">–</span>
        <span className="vh">{missing ?? t('statistics.not_asked')}</span>
      </td>
    )
  }
  return (
    <td className="n ours">
      {shownText(value, text)}
      {remark === undefined ? null : <small>{remark}</small>}
    </td>
  )
}
