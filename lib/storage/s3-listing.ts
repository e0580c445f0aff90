import type { StoredObject } from './file-store'

/**
 * One page of ListObjectsV2. Our keys are letters, digits and slashes, so the few elements we need are read without a parser of
 * XML; keys of others in the same bucket may hold anything and are taken as they stand.
 */
export function readListing(xml: string): { readonly objects: readonly StoredObject[]; readonly next: string | null } {
  const objects = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].flatMap(([, content = '']) => {
    const key = element(content, 'Key')
    const putAt = new Date(element(content, 'LastModified') ?? '')
    return key === null || Number.isNaN(putAt.getTime()) ? [] : [{ key, putAt }]
  })
  const isMore = element(xml, 'IsTruncated') === 'true'
  return { objects, next: isMore ? element(xml, 'NextContinuationToken') : null }
}

function element(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return found === undefined ? null : unescapeXml(found)
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
