// What browsers with Trusted Types let become HTML or the address of a script (docs/adr/052): two narrow ways, and no other place
// of ours makes either from text.

type Rules = { readonly createHTML?: (text: string) => string; readonly createScriptURL?: (text: string) => string }
type Policy = { readonly createHTML: (text: string) => string; readonly createScriptURL: (text: string) => string }

const WORKER = /^\/[A-Za-z-]+\/offline\.js$/

const makePolicy = (name: string, rules: Rules): Policy | undefined =>
  (self as { trustedTypes?: { createPolicy: (name: string, rules: Rules) => Policy } }).trustedTypes?.createPolicy(
    name,
    rules,
  )

let pages: Policy | undefined
let worker: Policy | undefined

/** A page that this server answered, as a document that runs nothing: inert until its nodes are taken over. */
export function parsePage(html: string): Document {
  pages ??= makePolicy('pages', { createHTML: (text) => text })
  return new DOMParser().parseFromString(pages?.createHTML(html) ?? html, 'text/html')
}

/** The address of a service worker of ours; nothing else can be registered. */
export function workerAddress(address: string): string {
  worker ??= makePolicy('worker', {
    createScriptURL: (text) => {
      if (WORKER.test(text)) return text
      throw new TypeError('not a service worker of ours')
    },
  })
  return worker?.createScriptURL(address) ?? address
}
