import type { FieldValues } from './form-fields'
import type { ParsedForm } from './parse-form'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { StepFields } from '@/lib/schemas/report/step-form'

/** Names that are pressed, travel along or are chosen beforehand: nobody has typed them. */
const NOT_TYPED = new Set(['skip', 'go_back', 'switch_locale', 'rest', 'to_files', 'channel', 'currency'])

/** What the person pressed. Each of the others beside `go_on` leaves the question without being checked first. */
export type Pressed =
  | { readonly kind: 'go_on' | 'skip' | 'back' | 'rest' | 'files' }
  | { readonly kind: 'switch'; readonly locale: Locale }

export function pressedIn(data: FormData): Pressed {
  const locale = data.get('switch_locale')
  if (typeof locale === 'string' && isLocale(locale)) return { kind: 'switch', locale }
  // Pressed by the page itself when it was left alone (lib/phone/rest.ts).
  if (data.has('rest')) return { kind: 'rest' }
  if (data.has('to_files')) return { kind: 'files' }
  if (data.has('go_back')) return { kind: 'back' }
  return { kind: data.has('skip') ? 'skip' : 'go_on' }
}

/** Whether the form says anything that the fields of the draft do not say already. */
export function saysMore(typed: FieldValues, known: StepFields): boolean {
  return Object.entries(typed).some(
    ([name, value]) => !NOT_TYPED.has(name) && value.length > 0 && String(value) !== String(known[name] ?? ''),
  )
}

/** A long text is never left out to let somebody through; a slip in an amount is. */
const LONG_TEXT = 200

/**
 * The posted form read for who goes on, or for who leaves: then fields with something to check are left out, and `nothing`
 * is what remains when the others cannot be read without them. A long text that cannot be kept holds everybody back.
 */
export function readPressed<T>(
  pressed: Pressed,
  data: FormData,
  parse: (data: FormData) => ParsedForm<T>,
): ParsedForm<T> | 'nothing' {
  const parsed = parse(data)
  if (parsed.ok || pressed.kind === 'go_on' || parsed.state.status !== 'invalid') return parsed
  const names = Object.keys(parsed.state.errors)
  const rest = new FormData()
  for (const [name, value] of data) {
    if (!names.includes(name)) rest.append(name, value)
    else if (typeof value === 'string' && value.length > LONG_TEXT) return parsed
  }
  const second = parse(rest)
  return second.ok ? second : 'nothing'
}
