'use client'

import { useFormSituation } from '@/components/form/form-context'

/** One danger with the words of its three answers; `told` by the worker. */
export type DangerRow = {
  readonly name: string
  readonly text: string
  readonly isTold: boolean
}

/** The danger screen: one line a danger, answered with one press. What is ticked stays after an error, also without scripts. */
export function TriageDangers({
  legend,
  hint,
  told,
  answers,
  rows,
}: {
  legend: string
  hint: string
  told: string
  answers: readonly { readonly value: string; readonly text: string }[]
  rows: readonly DangerRow[]
}) {
  const { values, register } = useFormSituation()
  return (
    <fieldset className="tight" aria-describedby="dangers-hint">
      <legend>{legend}</legend>
      <p className="hint" id="dangers-hint">
        {hint}
      </p>
      <ul className="dangers">
        {rows.map((row) => (
          <li key={row.name}>
            <div role="group" aria-labelledby={`${row.name}-label`}>
              <span id={`${row.name}-label`}>
                {row.text}
                {row.isTold ? <small> {told}</small> : null}
              </span>
              <span className="answers">
                {answers.map(({ value, text }, index) => {
                  const id = index === 0 ? row.name : `${row.name}-${value === '' ? 'open' : value}`
                  return (
                    <label key={value} htmlFor={id}>
                      <input
                        {...register(row.name)}
                        type="radio"
                        id={id}
                        value={value}
                        defaultChecked={(values[row.name] ?? '') === value}
                        autoComplete="off"
                      />
                      {text}
                    </label>
                  )
                })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
