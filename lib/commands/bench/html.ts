const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" }

/** What the form of a page sends by itself: its hidden fields. The form is the one that holds `fieldName`, or else the first that posts. */
export function hiddenFields(html: string, fieldName?: string): [name: string, value: string][] {
  const forms = [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/giu)].map((match) => match[1] ?? '')
  const posting = forms.filter((form) => form.includes('$ACTION'))
  const form =
    posting.find((candidate) => fieldName === undefined || candidate.includes(`name="${fieldName}"`)) ?? posting[0]
  if (form === undefined) throw new Error('the page has no form that posts')
  return [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/giu)].map((match) => [
    attribute(match[0], 'name'),
    attribute(match[0], 'value'),
  ])
}

/** The style sheets a page loads. */
export function styleSheets(html: string): string[] {
  return unique([...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/giu)].map((match) => attribute(match[0], 'href')))
}

/** The files of pictograms that a page names; a browser fetches them also without scripts. */
export function pictogramFiles(html: string): string[] {
  return unique([...html.matchAll(/<use\b[^>]*href="([^"#]+)#/giu)].map((match) => match[1] ?? ''))
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'iu').exec(tag)?.[1] ?? ''
  return value.replace(/&(#x27|#39|\w+);/gu, (entity, code: string) => ENTITIES[code] ?? entity)
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items.filter((item) => item !== ''))]
}
