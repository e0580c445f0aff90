export type Choices = readonly { readonly value: string; readonly text: string }[]

/** A list to choose from. */
export function Choice({
  label,
  name,
  value,
  options,
}: {
  label: string
  name: string
  value: string
  options: Choices
}) {
  return (
    <label>
      {label}
      <select key={value} name={name} defaultValue={value} autoComplete="off">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A month; a plain text field where the browser has none. */
export function MonthField({ label, name, value }: { label: string; name: string; value: string | null }) {
  return (
    <label>
      {label}
      <input
        key={value}
        type="month"
        name={name}
        defaultValue={value ?? ''}
        pattern="[0-9]{4}-[0-9]{2}"
        aria-describedby="question-hint"
        autoComplete="off"
      />
    </label>
  )
}
