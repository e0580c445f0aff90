import type { ReactNode } from 'react'
import type { Shown } from '@/lib/domain/statistics/released-table'
import type { Translator } from '@/lib/i18n/translate'

/** A cell: the number, held back (hatched), or nobody (–). */
export function ShownNumber({
  t,
  value,
  text,
  remark,
}: {
  t: Translator
  value: Shown
  text: (value: number) => string
  remark?: ReactNode
}) {
  if (value === 's') {
    return (
      <td className="n sup">
        <span aria-hidden="true">s</span>
        <span className="vh">{t('open_data.held_back')}</span>
      </td>
    )
  }
  if (value === null) {
    return (
      <td className="n">
        <span aria-hidden="true">–</span>
        <span className="vh">{t('open_data.nobody')}</span>
      </td>
    )
  }
  return (
    <td className="n">
      {text(value)}
      {remark === undefined ? null : <small>{remark}</small>}
    </td>
  )
}
