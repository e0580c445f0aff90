'use client'

import { FieldError } from './field-error'
import { useField } from './form-context'

/** One yes that stands alone, such as a consent. Never ticked before the person ticks it. */
export function TickBox({
  name,
  text,
  help,
  value = 'yes',
}: {
  name: string
  text: string
  help?: string | undefined
  value?: string
}) {
  const { chosen, error, controlProps } = useField(name, false)
  return (
    <div className={error === undefined ? 'tight' : 'tight bad'}>
      <FieldError name={name} />
      <div className="choice">
        <input
          {...controlProps}
          type="checkbox"
          value={value}
          defaultChecked={chosen.includes(value)}
          autoComplete="off"
        />
        <label htmlFor={name}>
          <span>
            {text}
            {help === undefined ? null : <small>{help}</small>}
          </span>
        </label>
      </div>
    </div>
  )
}
