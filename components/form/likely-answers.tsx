'use client'

import { useFormSituation } from './form-context'
import type { SpokenError } from '@/lib/http/spoken-state'

/** The likely answers of an error, to tap instead of typing again; the one tapped is sent as `name`. */
export function LikelyAnswers({ name, error }: { name: string; error: SpokenError | undefined }) {
  const { register } = useFormSituation()
  if (error?.likely === undefined) return null
  return (
    <fieldset className="tight">
      <legend className="vh">{error.text}</legend>
      <ul className="choices">
        {error.likely.map(({ value, text }) => (
          <li className="choice slim" key={value}>
            <input {...register(name)} type="radio" id={`${name}-${value}`} value={value} />
            <label htmlFor={`${name}-${value}`}>
              <span className="num">{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
