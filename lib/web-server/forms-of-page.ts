/** How a field of a form is filled in: by writing, by choosing, by nobody, with what must not be shown, or with a file. */
export type FieldKind = 'words' | 'choice' | 'hidden' | 'secret' | 'file'

export type FoundForm = {
  /** What names its action, as it stands in the page. */
  readonly action: readonly (readonly [string, string])[]
  readonly fields: ReadonlyMap<string, FieldKind>
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly words: string }[]
}

// React writes every `<`, `>` and quotation mark of a text or an attribute as an entity: a tag in this text is a tag.
const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/gu
const FIELD = /<(input|textarea|select)\b([^>]*)>/gu
const BUTTON = /<button\b([^>]*)>([\s\S]*?)<\/button>/gu
const ATTRIBUTE = /\s([\w-]+)(?:="([^"]*)")?/gu

const CHOICES: ReadonlySet<string> = new Set(['radio', 'checkbox'])
/** Names of what must not be shown where its type does not say it. */
const SECRET_NAME = /password|passphrase|secret|solution|token|\bpin\b|^pin|code/iu

/** Whether a field of this name may hold a password or a code. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** The forms of a page of ours that post to an action. */
export function formsOfPage(html: string): readonly FoundForm[] {
  return [...html.matchAll(FORM)].flatMap(([, opening = '', inside = '']) => {
    if (!/\smethod="post"/iu.test(opening)) return []
    const action: [string, string][] = []
    const fields = new Map<string, FieldKind>()
    for (const [, tag = '', text = ''] of inside.matchAll(FIELD)) {
      const { name = '', value = '', type = 'text', autocomplete = '' } = attributesOf(text)
      if (name.startsWith('$ACTION')) action.push([name, value])
      else if (name !== '') fields.set(name, kindOf(tag, type, name, autocomplete))
    }
    const buttons = [...inside.matchAll(BUTTON)].flatMap(([, text = '', words = '']) => {
      const { name = '', value = '', type = 'submit', disabled } = attributesOf(text)
      const said = unescaped(words.replace(/<[^>]*>/gu, '')).trim()
      return type !== 'submit' || disabled !== undefined || said === '' ? [] : [{ name, value, words: said }]
    })
    return [{ action, fields, buttons }]
  })
}

function kindOf(tag: string, type: string, name: string, autocomplete: string): FieldKind {
  if (type === 'file') return 'file'
  if (type === 'hidden') return 'hidden'
  if (tag === 'select' || CHOICES.has(type)) return 'choice'
  const isSecret = type === 'password' || autocomplete === 'one-time-code' || isSecretName(name)
  return isSecret ? 'secret' : 'words'
}

function attributesOf(text: string): Record<string, string | undefined> {
  const pairs = [...` ${text}`.matchAll(ATTRIBUTE)]
  const made: Record<string, string> = Object.create(null)
  for (const [, name = '', value = ''] of pairs) made[name.toLowerCase()] = unescaped(value)
  return made
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:quot|lt|gt|amp|#x27|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
}
