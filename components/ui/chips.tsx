/** The filters that apply, each a link that takes it away. */
export function Chips({
  label,
  removeText,
  chips,
}: {
  label: string
  removeText: string
  chips: readonly { readonly href: string; readonly text: string }[]
}) {
  if (chips.length === 0) return null
  return (
    <div className="chips">
      <span className="mute">{label}</span>
      {chips.map(({ href, text }) => (
        <a key={href} className="chip" href={href}>
          {text} <span aria-hidden="true">×</span>
          <span className="vh">, {removeText}</span>
        </a>
      ))}
    </div>
  )
}
