import { attributesIn, tagsIn, type Tag } from './xml-tags'

/** Attributes that name a person, in any tag. */
const PERSON = new Set(['author', 'initials', 'userId', 'lastModifiedBy', 'userName'])
/** Tags whose name for a person stands in an attribute that elsewhere means something else. */
const PERSON_IN: Readonly<Record<string, string>> = { cmAuthor: 'name', person: 'displayName' }
const MAY_NAME = /author|initials|userId|lastModifiedBy|userName|cmAuthor|person/i

/** The words of a part without the names of who wrote, changed or commented; everything else stays letter by letter. */
export function withoutPeople(text: string): string {
  if (!MAY_NAME.test(text)) return text
  const kept: string[] = []
  let from = 0
  const drop = (start: number, end: number) => {
    if (start >= end) return
    kept.push(text.slice(from, start))
    from = end
  }
  let authorFrom: number | null = null
  for (const tag of tagsIn(text)) {
    if (authorFrom !== null) drop(authorFrom, tag.start)
    // <author>A name</author> of a spreadsheet's comments.
    authorFrom = tag.name === 'author' && !tag.isEnd && !tag.isEmpty ? tag.end : null
    if (tag.isEnd) continue
    for (const { name, start, end } of attributesIn(text, tag)) if (isPerson(tag, name)) drop(start, end)
  }
  kept.push(text.slice(from))
  return kept.join('')
}

function isPerson(tag: Tag, attribute: string): boolean {
  return PERSON.has(attribute) || PERSON_IN[tag.name] === attribute
}

/** The list of what belongs to the file, without the small picture of its first page. */
export function withoutThumbnail(rels: string): string {
  let kept = ''
  let from = 0
  for (const tag of tagsIn(rels)) {
    if (tag.name !== 'Relationship' || !rels.slice(tag.start, tag.end).toLowerCase().includes('docprops/thumbnail.'))
      continue
    kept += rels.slice(from, tag.start)
    from = tag.end
  }
  return kept + rels.slice(from)
}
