'use client'

import type { ReactNode } from 'react'
import { FieldError } from './field-error'
import { errorIdOf, hintIdOf, useField, useFormSituation } from './form-context'

export type Choice = {
  readonly value: string
  readonly text: string
  readonly help?: string | undefined
  /** A server-rendered <Pictogram>. */
  readonly pictogram?: ReactNode
}

export type ChoiceSection = { readonly title?: string; readonly choices: readonly Choice[] }

/**
 * Cards to tap: tick boxes (several) or radios (one). The whole card is the label. With `heading` the legend is the
 * question of the page (h1). The first control carries the field's name as its id, so that the summary leads there.
 */
export function ChoiceGroup({
  name,
  kind,
  legend,
  heading = false,
  hint,
  sections,
  slim = false,
  columns = 1,
}: {
  name: string
  kind: 'checkbox' | 'radio'
  legend: string
  heading?: boolean
  hint?: string | undefined
  sections: readonly ChoiceSection[]
  slim?: boolean
  columns?: 1 | 2
}) {
  const { error } = useField(name, hint !== undefined)
  const describedBy = [hint === undefined ? '' : hintIdOf(name), error === undefined ? '' : errorIdOf(name)]
    .join(' ')
    .trim()
  return (
    <fieldset
      className={`${heading ? 'stack' : 'tight'}${error === undefined ? '' : ' bad'}`}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend>{heading ? <h1>{legend}</h1> : legend}</legend>
      {hint === undefined ? null : (
        <p className={heading ? 'lead' : 'hint'} id={hintIdOf(name)}>
          {hint}
        </p>
      )}
      <FieldError name={name} />
      {sections.map(({ title, choices }, index) => {
        const cards = (
          <ul className={columns === 2 ? 'choices two' : 'choices'}>
            {choices.map((choice, place) => (
              <ChoiceCard
                key={choice.value}
                name={name}
                kind={kind}
                choice={choice}
                slim={slim}
                isFirst={index === 0 && place === 0}
              />
            ))}
          </ul>
        )
        if (title === undefined) return <div key={index}>{cards}</div>
        return (
          <div className="tight" role="group" aria-labelledby={`${name}-group-${index}`} key={index}>
            <h2 id={`${name}-group-${index}`}>{title}</h2>
            {cards}
          </div>
        )
      })}
    </fieldset>
  )
}

function ChoiceCard({
  name,
  kind,
  choice,
  slim,
  isFirst,
}: {
  name: string
  kind: 'checkbox' | 'radio'
  choice: Choice
  slim: boolean
  isFirst: boolean
}) {
  const { register } = useFormSituation()
  const { chosen, error } = useField(name, false)
  const id = isFirst ? name : `${name}-${choice.value}`
  return (
    <li className={slim ? 'choice slim' : 'choice'}>
      <input
        {...register(name)}
        type={kind}
        id={id}
        value={choice.value}
        defaultChecked={chosen.includes(choice.value)}
        aria-invalid={error !== undefined && kind === 'checkbox' ? true : undefined}
        autoComplete="off"
      />
      <label htmlFor={id}>
        {choice.pictogram}
        <span>
          {choice.text}
          {choice.help === undefined ? null : <small>{choice.help}</small>}
        </span>
      </label>
    </li>
  )
}
