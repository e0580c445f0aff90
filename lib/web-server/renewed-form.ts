import { HELD_FIELDS } from '@/lib/http/held-fields'
import { PROOF_FIELD } from './form-proof'
import { formsOfPage, isSecretName, type FoundForm } from './forms-of-page'
import type { PostedForm } from './posted-form'

/** What can be given back of a form whose action is gone. */
export type Renewed = {
  /** What was written, in the order of the form. */
  readonly words: readonly string[]
  /** The same form as the page has it now, with what was filled in; null when it is not certain which it is. */
  readonly form: {
    readonly fields: readonly (readonly [string, string])[]
    readonly buttons: FoundForm['buttons']
  } | null
  /** Something of it has to be put in again: a file, a password, a code. */
  readonly isPartGone: boolean
}

/** What pages of ours put into forms on their way. */
const NOT_OF_FORM: ReadonlySet<string> = new Set([PROOF_FIELD, ...Object.values(HELD_FIELDS)])
/** Ids and keys, which nobody wrote. */
const NOT_WRITTEN = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[\w.-]{32,})$/iu

/**
 * Looks for the form that was posted among those of the page as it is now. It is certain only when one form alone has all of its
 * fields, and among them one that somebody writes in: two buttons that do different things may look alike.
 */
export function renewedForm(posted: PostedForm, page: string | null): Renewed {
  const typed = posted.texts.filter(([name]) => !name.startsWith('$ACTION') && !NOT_OF_FORM.has(name))
  const secret = typed.some(([name, value]) => isSecretName(name) && value !== '')
  const fitting = page === null ? [] : formsOfPage(page).filter((form) => fits(form, typed))
  const [form] = fitting
  if (form === undefined || fitting.length > 1) {
    const words = typed.flatMap(([name, value]) => (isSecretName(name) || NOT_WRITTEN.test(value) ? [] : value))
    return { words: told(words), form: null, isPartGone: posted.hasFiles || secret }
  }
  const isKind = (kind: string) => (name: string) => form.fields.get(name) === kind
  const isPartGone = posted.hasFiles || typed.some(([name]) => isKind('secret')(name))
  const fields = typed.filter(([name]) => form.fields.has(name))
  return {
    words: told(fields.filter(([name]) => isKind('words')(name)).map(([, value]) => value)),
    form: isPartGone ? null : { fields: [...form.action, ...fields], buttons: form.buttons },
    isPartGone,
  }
}

function fits(form: FoundForm, typed: PostedForm['texts']): boolean {
  const isKnown = (name: string) => form.fields.has(name) || form.buttons.some((button) => button.name === name)
  const isWritten = typed.some(([name, value]) => form.fields.get(name) === 'words' && value !== '')
  return form.buttons.length > 0 && isWritten && typed.every(([name]) => isKnown(name))
}

function told(words: readonly string[]): readonly string[] {
  return words.filter((value) => value.trim() !== '')
}
