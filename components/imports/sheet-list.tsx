import type { Translator } from '@/lib/i18n/translate'

/** The sheets of a workbook with several: each is read in by itself, or left. */
export function SheetList({
  t,
  here,
  sheets,
  base,
}: {
  t: Translator
  /** The import that is shown. */
  here: string
  sheets: readonly { readonly id: string; readonly name: string }[]
  base: string
}) {
  if (sheets.length < 2) return null
  return (
    <nav className="block" aria-labelledby="sheets">
      <h2 id="sheets">{t('imports.sheets')}</h2>
      <p className="mute">{t('imports.sheets_lead')}</p>
      <ul className="todo">
        {sheets.map(({ id, name }) => (
          <li key={id}>
            {id === here ? (
              <b aria-current="page">{t('imports.sheet_here', { name })}</b>
            ) : (
              <a href={`${base}/${id}`}>{name}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
