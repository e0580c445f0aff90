import type { ReactNode } from 'react'
import { Sign } from '@/components/ui/sign'
import type { SpokenError } from '@/lib/http/spoken-state'

/** One of a list or one text of the checker's form; what stands in it came with the address. */
type Box = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly error?: SpokenError | undefined
  readonly check: string
}

export type BoxOption = { readonly value: string; readonly text: string }

export function SelectBox({ options, ...box }: Box & { options: readonly BoxOption[] }) {
  return (
    <BoxFrame {...box}>
      <select {...controlOf(box)} defaultValue={box.value}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </BoxFrame>
  )
}

export function NumberBox(box: Box) {
  return (
    <BoxFrame {...box}>
      <input {...controlOf(box)} className="w-s" inputMode="numeric" defaultValue={box.value} />
    </BoxFrame>
  )
}

/** An amount as the person writes it, and its currency; an error may offer likely amounts to tap. */
export function MoneyBox({
  currencyName,
  currencyLabel,
  currency,
  currencies,
  meantName,
  meant,
  ...box
}: Box & {
  currencyName: string
  currencyLabel: string
  currency: string
  currencies: readonly BoxOption[]
  meantName: string
  meant: string
}) {
  return (
    <BoxFrame {...box} look="money">
      <div className="pair">
        <input {...controlOf(box)} inputMode="decimal" defaultValue={box.value} />
        <select name={currencyName} aria-label={currencyLabel} defaultValue={currency} autoComplete="off">
          {currencies.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <LikelyBoxes name={meantName} chosen={meant} error={box.error} />
    </BoxFrame>
  )
}

/** The likely answers of an error, to tap instead of typing again; the one chosen travels along from then on. */
export function LikelyBoxes({ name, chosen, error }: { name: string; chosen: string; error: SpokenError | undefined }) {
  if (error === undefined && chosen !== '') return <input type="hidden" name={name} value={chosen} />
  if (error?.likely === undefined) return null
  return (
    <fieldset className="tight">
      <legend className="vh">{error.text}</legend>
      <ul className="choices">
        {error.likely.map(({ value, text }) => (
          <li className="choice slim" key={value}>
            <input type="radio" name={name} id={`${name}-${value}`} value={value} />
            <label htmlFor={`${name}-${value}`}>
              <span className="num">{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** The line at a field that has something to check. */
export function BoxError({ name, error, check }: { name: string; error: SpokenError | undefined; check: string }) {
  if (error === undefined) return null
  return (
    <p className="err" id={`${name}-error`}>
      <Sign name="alert" size="text" />
      <span>
        <span className="vh">{check}</span>
        {error.text}
      </span>
    </p>
  )
}

function BoxFrame({ name, label, hint, error, check, look, children }: Box & { look?: string; children: ReactNode }) {
  return (
    <div className={['field', error === undefined ? '' : 'bad', look ?? ''].filter((part) => part !== '').join(' ')}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <BoxError name={name} error={error} check={check} />
      {children}
    </div>
  )
}

function controlOf({ name, hint, error }: Box) {
  const describedBy = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
    .filter((id) => id !== '')
    .join(' ')
  return {
    id: name,
    name,
    autoComplete: 'off',
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
  } as const
}
