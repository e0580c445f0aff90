// Trusted Types (W3C): in a page that requires them, no text becomes a script, the address of one, or HTML, but through a policy
// named here. docs/adr/052 says which page has which.

/** Of staff pages: the one policy their own scripts, which know nothing of Trusted Types, go through. */
const STAFF_TYPES = "require-trusted-types-for 'script'; trusted-types default"
/** Of pages with our own script only (lib/phone/trusted.ts). */
const PLAIN_TYPES = "require-trusted-types-for 'script'; trusted-types pages worker"

/** A page's policy with what scripts may be made of; the web server narrows it for pages that are made plain. */
export function withStaffTypes(policy: string): string {
  return `${policy}; ${STAFF_TYPES}`
}

/** The policy of a page that went out plain. */
export function withPlainTypes(policy: string): string {
  return policy.replace(STAFF_TYPES, PLAIN_TYPES)
}

/**
 * What stands first in a staff page. The framework's loader (Turbopack) sets addresses of scripts as plain text: those of its own
 * build are let through, every other text is refused, and so are HTML and code in any text.
 */
const DEFAULT_POLICY =
  "self.trustedTypes&&trustedTypes.createPolicy('default',{createScriptURL:function(u){var a=new URL(u,document.baseURI);return a.origin===location.origin&&a.pathname.indexOf('/_next/static/')===0?u:null}})"

/** The script that makes this policy, with the nonce that a page's policy names; null where the page requires no Trusted Types. */
export function defaultPolicyScript(policy: string): string | null {
  const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1]
  if (nonce === undefined || !policy.includes(STAFF_TYPES)) return null
  return `<script nonce="${nonce}">${DEFAULT_POLICY}</script>`
}
