'use client'

import { FieldError } from './field-error'
import { errorIdOf, useField } from './form-context'
import { LikelyAnswers } from './likely-answers'
import type { Option } from './select-field'

/**
 * A month from a list with number and name, and a year to type. Either may stay empty: "I forget" is an answer. An error of
 * the year may offer a date to tap, which is sent as `meantName`.
 */
export function MonthField({
  monthName = 'month',
  yearName = 'year',
  meantName = 'meantMonth',
  legend,
  hint,
  monthLabel,
  yearLabel,
  months,
}: {
  monthName?: string
  yearName?: string
  meantName?: string
  legend: string
  hint?: string | undefined
  monthLabel: string
  yearLabel: string
  /** The first one empty: "I forget". Values 1 to 12. */
  months: readonly Option[]
}) {
  const month = useField(monthName, false)
  const year = useField(yearName, false)
  const isBad = month.error !== undefined || year.error !== undefined
  return (
    <fieldset
      className={isBad ? 'field bad' : 'field'}
      aria-describedby={month.error ? errorIdOf(monthName) : undefined}
    >
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      <FieldError name={monthName} />
      <FieldError name={yearName} />
      <div className="pair when">
        <div className="tight">
          <label className="hint" htmlFor={monthName}>
            {monthLabel}
          </label>
          <select {...month.controlProps} defaultValue={month.value} autoComplete="off">
            {months.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <div className="tight">
          <label className="hint" htmlFor={yearName}>
            {yearLabel}
          </label>
          <input
            {...year.controlProps}
            className="w-s"
            inputMode="numeric"
            size={4}
            autoComplete="off"
            defaultValue={year.value}
          />
        </div>
      </div>
      <LikelyAnswers name={meantName} error={year.error} />
    </fieldset>
  )
}
