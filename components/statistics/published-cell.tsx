import type { Published } from '@/lib/domain/statistics/published'
import type { Translator } from '@/lib/i18n/translate'
import { footnoteNumber, footnoteOf } from './footnotes'

/** A published figure as published, with the number of its footnote; – where none was published. */
export function PublishedCell({
  t,
  published,
  text,
}: {
  t: Translator
  published: Published | null
  text: (value: number) => string
}) {
  if (published === null) {
    return (
      <td className="n theirs">
        <span aria-hidden="true">–</span>
        <span className="vh">{t('statistics.not_published')}</span>
      </td>
    )
  }
  const footnote = footnoteOf(published)
  return (
    <td className="n theirs">
      {text(published.value)}
      {footnote === null ? null : (
        <sup>
          <a href={`#note-${footnote}`} aria-label={t('statistics.footnote', { number: footnoteNumber(footnote) })}>
            {footnoteNumber(footnote)}
          </a>
        </sup>
      )}
    </td>
  )
}

/** The difference between the two; · where there is nothing to take it from. */
export function DifferenceCell({
  t,
  tenths,
  text,
}: {
  t: Translator
  tenths: number | 's' | null
  text: (tenths: number) => string
}) {
  if (typeof tenths === 'number') return <td className="n">{text(tenths)}</td>
  return (
    <td className="n mute">
      <span aria-hidden="true">·</span>
      <span className="vh">{t('statistics.no_difference')}</span>
    </td>
  )
}
