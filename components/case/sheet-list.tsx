/** One line of a list on paper: its name, what is known of it, and words as somebody wrote them. */
export type SheetLine = {
  readonly id: string
  readonly name: string
  readonly about: readonly (string | null)[]
  readonly said?: readonly { readonly words: string; readonly language: string }[]
}

/** A list on paper, without anything to press. Nothing where it is empty. */
export function SheetList({ heading, lines }: { heading: string; lines: readonly SheetLine[] }) {
  if (lines.length === 0) return null
  return (
    <section className="block">
      <h2>{heading}</h2>
      <ul className="todo">
        {lines.map(({ id, name, about, said = [] }) => (
          <li key={id}>
            <span>
              <b className="said">{name}</b>
              {about.map((words) => (words === null || words === '' ? null : <small key={words}>{words}</small>))}
              {said.map(({ words, language }) =>
                words === '' ? null : (
                  <small key={words} className="said" lang={language}>
                    {words}
                  </small>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
